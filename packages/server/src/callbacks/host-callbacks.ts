import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { withTimeout } from '../scheduler/with-timeout.ts'
import type { AccountRecord } from '../store/account-store.ts'
import type { ConnectCallbacks, RestrictedEvent } from './connect-callbacks.ts'
import { hostAccount } from './host-account.ts'

/** Notifies the host. These calls never wait for the host and never fail. */
export interface HostCallbacks {
  accountLinked(account: AccountRecord): void
  accountRelinked(account: AccountRecord): void
  accountNeedsOwner(account: AccountRecord): void
  accountRecovered(account: AccountRecord): void
  accountRemoved(account: AccountRecord): void
  accountRestricted(event: RestrictedEvent): void
}

export interface HostCallbacksSettings {
  readonly on: Partial<ConnectCallbacks>
  readonly logger: Logger
  /** Makes `close` wait for running callbacks. */
  readonly track: (call: Promise<void>) => void
}

const TIMEOUT_MS = 10_000

export function createHostCallbacks({ on, logger, track }: HostCallbacksSettings): HostCallbacks {
  function notify<E>(
    name: keyof ConnectCallbacks,
    callback: ((event: E) => void | Promise<void>) | undefined,
    event: E,
  ) {
    if (callback) track(call(name, async () => callback(event)))
  }

  async function call(name: keyof ConnectCallbacks, callback: () => Promise<void>): Promise<void> {
    try {
      await withTimeout(callback(), TIMEOUT_MS, () => new Error('The callback took too long.'))
    } catch (error) {
      logger.error({ event: name, err: errorForLog(error) }, "The host's callback failed")
    }
  }

  return {
    accountLinked: (account) => notify('accountLinked', on.accountLinked, hostAccount(account)),
    accountRelinked: (account) => notify('accountRelinked', on.accountRelinked, hostAccount(account)),
    accountNeedsOwner: (account) => notify('accountNeedsOwner', on.accountNeedsOwner, hostAccount(account)),
    accountRecovered: (account) => notify('accountRecovered', on.accountRecovered, hostAccount(account)),
    accountRemoved: (account) => notify('accountRemoved', on.accountRemoved, hostAccount(account)),
    accountRestricted: (event) => notify('accountRestricted', on.accountRestricted, event),
  }
}
