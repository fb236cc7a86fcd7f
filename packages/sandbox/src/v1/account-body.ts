import type { StoredAccount } from '../state/state.ts'
import type { AccountStatus } from '../wire/enums.ts'
import { accountType, v1Provider } from './providers.ts'

/** API v1 has no status of a part: a part is a source with a status of its own. */
const sourceStatuses: Readonly<Record<AccountStatus, string>> = {
  running: 'OK',
  disconnected: 'CREDENTIALS',
  errored: 'ERROR',
  partial: 'CREDENTIALS',
  degraded: 'ERROR',
}

/** The reason that makes an `errored` account `STOPPED`, which a restart ends. */
const STOPPED_REASON = 'stopped'

/** Returns API v1's name of an account's status. */
export function v1Status({ status, statusReason }: Pick<StoredAccount, 'status' | 'statusReason'>): string {
  return status === 'errored' && statusReason === STOPPED_REASON ? 'STOPPED' : sourceStatuses[status]
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
    sources: sourcesOf(account, source),
  }
}

/** A part that does not work is a second source. */
function sourcesOf(account: StoredAccount, source: string) {
  const { id, status, product } = account
  const isPart = status === 'partial' || status === 'degraded'
  return [
    { id: `${id}_${source}`, status: isPart ? 'OK' : v1Status(account) },
    ...(isPart ? [{ id: `${id}_${product?.toUpperCase() ?? 'SECOND'}`, status: v1Status(account) }] : []),
  ]
}
