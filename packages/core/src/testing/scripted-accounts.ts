import type { AccountsClient, AccountsWatcher } from '../client/index.ts'
import { ConnectError } from '../errors/index.ts'
import type { Account, WatchStatus } from '../protocol/index.ts'

/** An answer of the scripted server: done, or refused. A promise that never settles: pending. */
export type AccountReply = undefined | ConnectError | Promise<undefined | ConnectError>

export interface AccountsScript {
  /** Absent: nothing is ever told. An error: the watch is over at once. */
  readonly accounts?: readonly Account[] | ConnectError
  /** How news arrives. Default: `live`, once there is any. */
  readonly connection?: WatchStatus
  /** Default: done. */
  readonly rename?: (id: string, name: string | null) => AccountReply
  /** Default: done. */
  readonly disconnect?: (id: string) => AccountReply
}

/** An `AccountsClient` that plays a script in memory, for tests and stories. */
export interface ScriptedAccounts extends AccountsClient {
  /** The accounts change by themselves. */
  push(accounts: readonly Account[]): void
  /** News arrives otherwise from now on. */
  connect(connection: WatchStatus): void
  /** The watch is over: the session is gone. */
  end(error: ConnectError): void
  /** How many are watching. */
  readonly watching: number
}

export function scriptedAccounts(script: AccountsScript = {}): ScriptedAccounts {
  let accounts = script.accounts instanceof ConnectError ? [] : [...(script.accounts ?? [])]
  let connection = script.connection ?? (script.accounts ? 'live' : undefined)
  const watchers = new Set<AccountsWatcher>()

  function tell() {
    for (const watcher of watchers) watcher.onAccounts([...accounts])
  }

  async function settle(reply: AccountReply, signal?: AbortSignal) {
    const refusal = await reply
    signal?.throwIfAborted()
    if (refusal) throw refusal
  }

  return {
    push(next) {
      accounts = [...next]
      tell()
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
    async list() {
      return [...accounts]
    },
    watch(watcher) {
      watchers.add(watcher)
      // Later, as every answer over a network.
      queueMicrotask(() => {
        if (!watchers.has(watcher)) return
        if (connection) watcher.onStatus?.(connection)
        if (script.accounts instanceof ConnectError) watcher.onError(script.accounts)
        else if (script.accounts) watcher.onAccounts([...accounts])
      })
      return () => watchers.delete(watcher)
    },
    async rename(id, name, signal) {
      await settle(script.rename?.(id, name), signal)
      const account = accounts.find((candidate) => candidate.id === id)
      if (!account) throw new ConnectError('account_not_found')
      const { name: _, ...unnamed } = account
      const renamed = name === null ? unnamed : { ...account, name }
      accounts = accounts.map((candidate) => (candidate.id === id ? renamed : candidate))
      tell()
      return renamed
    },
    async disconnect(id, signal) {
      await settle(script.disconnect?.(id), signal)
      accounts = accounts.filter((account) => account.id !== id)
      tell()
    },
  }
}
