import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSites } from '@connect-account/demo-server/src/build-sites.ts'
import { chromium as launchOptions } from '@connect-account/e2e/support/chromium.ts'
import { type OwnStack, PORT, startStack } from '@connect-account/e2e/support/stack.ts'
import { type PostgresServer, startPostgres } from '@connect-account/test-postgres'
import { type Browser, chromium } from '@playwright/test'
import { type Host, type HostVariant, startHost } from './host/host.ts'

/** Above the ports of the end-to-end suite and of the monkeys. The next port is for the demo's sandbox. */
const DEMO_PORT = PORT + 16

/** What attacks run against. Everything is started when it is first asked for, and ended together. */
export class Servers {
  readonly #isBuilt: boolean
  readonly #cleanups: (() => Promise<unknown>)[] = []
  #postgres: Promise<PostgresServer> | undefined
  #demo: Promise<OwnStack> | undefined
  #browser: Promise<Browser> | undefined
  #hosts = 0
  #names = 0

  constructor({ isBuilt }: { readonly isBuilt: boolean }) {
    this.#isBuilt = isBuilt
  }

  newName(who: string): string {
    return `${who}${++this.#names}`
  }

  async startHost(variant: HostVariant): Promise<Host> {
    this.#postgres ??= startPostgres().then((server) => this.#ending(server, () => server.stop()))
    const host = await startHost(variant, (await this.#postgres).url, `attacked_${++this.#hosts}`)
    return this.#ending(host, () => host.close())
  }

  demo(): Promise<OwnStack> {
    this.#demo ??= this.#startDemo()
    return this.#demo
  }

  async #startDemo(): Promise<OwnStack> {
    if (!this.#isBuilt) await buildSites()
    const folder = await mkdtemp(join(tmpdir(), 'connect-account-attacks-'))
    this.#cleanups.push(() => rm(folder, { recursive: true, force: true }))
    const stack = await startStack(folder, DEMO_PORT)
    return this.#ending(stack, () => stack.kill())
  }

  browser(): Promise<Browser> {
    this.#browser ??= chromium
      .launch(launchOptions)
      .then((browser) => this.#ending(browser, () => browser.close()))
    return this.#browser
  }

  #ending<T>(value: T, end: () => Promise<unknown>): T {
    this.#cleanups.push(end)
    return value
  }

  async close(): Promise<void> {
    for (const cleanup of this.#cleanups.splice(0).reverse()) await cleanup()
  }
}
