import { ConnectError } from '../errors/connect-error.ts'
import { type Account, readAccount } from '../protocol/account.ts'
import type { ClientOptions } from './connect-client.ts'
import { createHttp } from './http.ts'
import { currentPage } from './page/current-page.ts'
import { type AccountsWatcher, fetchAccounts, watchAccounts } from './watch-accounts.ts'

/**
 * The user's linked accounts. Every call rejects with a `ConnectError`, or with the signal's reason when it
 * aborts.
 */
export interface AccountsClient {
  list(signal?: AbortSignal): Promise<Account[]>
  /**
   * Reports all accounts at once and after each change until the returned function is called; reconnects by
   * itself.
   */
  watch(watcher: AccountsWatcher): () => void
  /**
   * Sets the user's own name for the account, 1 to 80 characters; `null` restores its name at the provider.
   */
  rename(id: string, name: string | null, signal?: AbortSignal): Promise<Account>
  /** Removes the account at Unipile too. An account that no longer exists counts as disconnected. */
  disconnect(id: string, signal?: AbortSignal): Promise<void>
}

/** Separate from the flow's client, so that the first paint does not load it. */
export function createAccountsClient({
  page = currentPage(),
  random = Math.random,
  ...options
}: ClientOptions): AccountsClient {
  const http = createHttp(options)
  const pathOf = (id: string) => `/accounts/${encodeURIComponent(id)}`

  return {
    list: async (signal) => (await fetchAccounts(http, { signal })).accounts,
    watch: (watcher) => watchAccounts(watcher, { http, page, random }),
    async rename(id, name, signal) {
      const call = { method: 'PATCH', path: pathOf(id), body: { name }, repeatable: true, signal } as const
      const account = await http.json(call, readAccount)
      page.announceChange()
      return account
    },
    async disconnect(id, signal) {
      try {
        await http.send({ method: 'DELETE', path: pathOf(id), repeatable: true, signal })
      } catch (error) {
        // The call was repeated after a lost response, or another tab disconnected the account.
        if (!(error instanceof ConnectError && error.code === 'account_not_found')) throw error
      }
      page.announceChange()
    },
  }
}
