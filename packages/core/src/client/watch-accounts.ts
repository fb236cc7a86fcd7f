import type { ConnectError } from '../errors/connect-error.ts'
import { type Account, readAccountList } from '../protocol/account.ts'
import type { WatchStatus } from '../protocol/index.ts'
import type { Http } from './http.ts'
import type { StreamUse } from './page/stream-slot.ts'
import { type WatchOptions, watch } from './watch.ts'

export interface AccountsWatcher {
  /** Called with all current accounts: at first, and after each change. */
  onAccounts(accounts: Account[]): void
  /** How fresh the list is; `reason` says why it is `offline`. */
  onStatus?(status: WatchStatus, reason?: ConnectError): void
  /** The watch has ended and does not reconnect: the session is no longer valid. */
  onError(error: ConnectError): void
}

/** Fetches the list. A watch retries by itself, so the client does not repeat its polls. */
export function fetchAccounts(
  http: Http,
  { signal, isWatch = false }: { readonly signal?: AbortSignal | undefined; readonly isWatch?: boolean } = {},
): Promise<{ accounts: Account[] }> {
  const lane = isWatch ? 'watch' : 'user'
  return http.json({ method: 'GET', path: '/accounts', repeatable: !isWatch, lane, signal }, readAccountList)
}

interface AccountsWatch extends AccountsWatcher {
  /** Default: `accounts`. */
  readonly use?: StreamUse
}

/** Reports all accounts at once and after each change until the returned function is called. */
export function watchAccounts(
  { use = 'accounts', ...watcher }: AccountsWatch,
  options: WatchOptions,
): () => void {
  return watch(
    {
      use,
      path: '/accounts/events',
      read: readAccountList,
      fetch: (signal) => fetchAccounts(options.http, { signal, isWatch: true }),
      pollEvery: 10_000,
      followsChanges: true,
      take({ accounts }) {
        watcher.onAccounts(accounts)
        return false
      },
    },
    watcher,
    options,
  )
}
