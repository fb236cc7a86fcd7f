import { type Account, listOf, object, readAccount } from '../protocol/index.ts'
import { createHttp, type SessionOptions } from './http.ts'

/** The user's linked accounts. Every call rejects with a `ConnectError`, or with the signal's reason when it aborts. */
export interface AccountsClient {
  list(signal?: AbortSignal): Promise<Account[]>
  /** Ends the link at Unipile too. */
  disconnect(id: string, signal?: AbortSignal): Promise<void>
}

const readAccounts = object({ accounts: listOf(readAccount) })

/** Apart from the flow's client, which every first paint loads and which needs none of this. */
export function createAccountsClient(options: SessionOptions): AccountsClient {
  const http = createHttp(options)
  return {
    async list(signal) {
      const call = { method: 'GET', path: '/accounts', repeatable: true, signal } as const
      return (await http.json(call, readAccounts)).accounts
    },
    async disconnect(id, signal) {
      await http.open({
        method: 'DELETE',
        path: `/accounts/${encodeURIComponent(id)}`,
        repeatable: true,
        signal,
      })
    },
  }
}
