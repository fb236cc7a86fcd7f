import type { OwnStack } from '@connect-account/e2e/support/stack.ts'
import type { Browser } from '@playwright/test'
import type { Host, HostVariant } from './host/host.ts'
import type { Servers } from './servers.ts'

/** Where the attacks of one group happen, one after the other: no other group uses its hosts. */
export class Ground {
  readonly #servers: Servers
  readonly #hosts = new Map<string, Promise<Host>>()

  constructor(servers: Servers) {
    this.#servers = servers
  }

  /** A name that no other attack uses: of a user, or of a person at a provider. */
  name(who: string): string {
    return this.#servers.newName(who)
  }

  /** A host with this variant's settings, in this process, with a sandbox and a database of its own. */
  host(variant: HostVariant = {}): Promise<Host> {
    const key = JSON.stringify(variant)
    const host = this.#hosts.get(key) ?? this.#servers.startHost(variant)
    this.#hosts.set(key, host)
    return host
  }

  /** The demo with its sandbox, in a process of its own. */
  demo(): Promise<OwnStack> {
    return this.#servers.demo()
  }

  browser(): Promise<Browser> {
    return this.#servers.browser()
  }
}
