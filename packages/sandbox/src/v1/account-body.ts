import type { StoredAccount } from '../state/state.ts'
import type { AccountStatus } from '../wire/enums.ts'
import { accountType, v1Provider } from './providers.ts'

const sourceStatuses: Readonly<Record<AccountStatus, string>> = {
  running: 'OK',
  disconnected: 'CREDENTIALS',
  errored: 'ERROR',
  paused: 'STOPPED',
}

/** Returns API v1's name of a status. */
export function v1Status(status: AccountStatus): string {
  return sourceStatuses[status]
}

/** Returns an account in API v1's format: its sources have the status, `connection_params` the owner. */
export function v1AccountBody(account: StoredAccount) {
  const { source, connection } = v1Provider(account.provider)
  return {
    object: 'Account',
    type: accountType(account.provider),
    id: account.id,
    name: account.name,
    created_at: new Date(account.createdAt).toISOString(),
    groups: [],
    connection_params: connection(account),
    sources: [{ id: `${account.id}_${source}`, status: v1Status(account.status) }],
  }
}
