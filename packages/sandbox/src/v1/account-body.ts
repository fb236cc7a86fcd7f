import type { StoredAccount } from '../state/state.ts'
import type { AccountStatus } from '../wire/enums.ts'
import { accountType, v1Provider } from './providers.ts'

const sourceStatuses: Readonly<Record<AccountStatus, string>> = {
  running: 'OK',
  disconnected: 'CREDENTIALS',
  errored: 'ERROR',
  paused: 'STOPPED',
}

/** A status by its name on API v1. */
export function v1Status(status: AccountStatus): string {
  return sourceStatuses[status]
}

/** An account as API v1 shows it: each of its sources has a status, and the owner is in `connection_params`. */
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
