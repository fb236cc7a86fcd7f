import type { AccountsClient, AccountsWatcher } from '../client/index.ts'
import { ConnectError } from '../errors/index.ts'
import type { Account, WatchStatus } from '../protocol/index.ts'
import { abortable } from './abortable.ts'

/** A reply of the scripted server: done (`undefined`), or refused. A promise that never settles: pending. */
export type AccountReply = undefined | ConnectError | Promise<undefined | ConnectError>

export interface AccountsScript {
  /** Absent: nothing is ever reported. An error: the watch ends at once. */
  readonly accounts?: readonly Account[] | ConnectError
  /** The status of the watch. Default: `live`, once there are accounts. */
  readonly connection?: WatchStatus
  /** Default: done. */
  readonly rename?: (id: string, name: string | null) => AccountReply
  /** Default: done. */
  readonly disconnect?: (id: string) => AccountReply
}

/**
 * An `AccountsClient` that plays a script in memory, for tests and stories. Like the real one, each call is
 * asynchronous and rejects with the signal's reason as soon as the signal aborts; a stopped watch reports
 * nothing more.
 */
export interface ScriptedAccounts extends AccountsClient {
  /** Simulates a change of the accounts. */
  push(accounts: readonly Account[]): void
  /** Changes the status of the watch. */
  connect(connection: WatchStatus): void
  /** Ends every watch, as when the session is no longer valid. */
  end(error: ConnectError): void
  /** How many watches are open. */
  readonly watching: number
}

export function scriptedAccounts(script: AccountsScript = {}): ScriptedAccounts {
  let accounts = script.accounts instanceof ConnectError ? [] : [...(script.accounts ?? [])]
  let connection = script.connection ?? (script.accounts ? 'live' : undefined)
  const watchers = new Set<AccountsWatcher>()

  function notify() {
    for (const watcher of watchers) watcher.onAccounts([...accounts])
  }

  async function settle(reply: AccountReply) {
    const refusal = await reply
    if (refusal) throw refusal
  }

  return {
    push(next) {
      accounts = [...next]
      notify()
    },
    connect(next) {
      connection = next
      for (const watcher of watchers) watcher.onStatus?.(next)
    },
    end(error) {
      for (const watcher of watchers) watcher.onError(error)
    },
    get watching() {
      return watchers.size
    },
    list: (signal) =>
      abortable(signal, async () => {
        if (script.accounts instanceof ConnectError) throw script.accounts
        return [...accounts]
      }),
    watch(watcher) {
      watchers.add(watcher)
      queueMicrotask(() => {
        if (!watchers.has(watcher)) return
        if (connection) watcher.onStatus?.(connection)
        if (script.accounts instanceof ConnectError) watcher.onError(script.accounts)
        else if (script.accounts) watcher.onAccounts([...accounts])
      })
      return () => watchers.delete(watcher)
    },
    rename: (id, name, signal) =>
      abortable(signal, async () => {
        await settle(script.rename?.(id, name))
        const account = accounts.find((candidate) => candidate.id === id)
        if (!account) throw new ConnectError('account_not_found')
        const { name: _, ...unnamed } = account
        const renamed = name === null ? unnamed : { ...account, name }
        accounts = accounts.map((candidate) => (candidate.id === id ? renamed : candidate))
        notify()
        return renamed
      }),
    disconnect: (id, signal) =>
      abortable(signal, async () => {
        await settle(script.disconnect?.(id))
        accounts = accounts.filter((account) => account.id !== id)
        notify()
      }),
  }
}
