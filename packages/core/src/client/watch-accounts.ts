import { type Account, listOf, object, readAccount } from '../protocol/index.ts'
import type { AccountsWatcher } from './accounts-client.ts'
import type { Http } from './http.ts'
import { type WatchOptions, watch } from './watch.ts'

const readAccounts = object({ accounts: listOf(readAccount) })

export function fetchAccounts(http: Http, signal?: AbortSignal): Promise<{ accounts: Account[] }> {
  return http.json({ method: 'GET', path: '/accounts', repeatable: true, signal }, readAccounts)
}

/** Reports all accounts at once and after each change until the returned function is called. */
export function watchAccounts(watcher: AccountsWatcher, options: WatchOptions): () => void {
  return watch(
    {
      path: '/accounts/events',
      read: readAccounts,
      fetch: (signal) => fetchAccounts(options.http, signal),
      pollEvery: 10_000,
      take({ accounts }) {
        watcher.onAccounts(accounts)
        return false
      },
    },
    watcher,
    options,
  )
}
