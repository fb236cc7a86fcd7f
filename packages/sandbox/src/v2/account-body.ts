import type { StoredAccount } from '../state/state.ts'

/** Returns an account in the format of API v2 (`Account` of the official client). */
export function accountBody(account: StoredAccount, applicationId: string) {
  const products = productStatuses(account)
  return {
    object: 'Account',
    id: account.id,
    application_id: applicationId,
    provider: account.provider,
    user_id: account.userId,
    name: account.name,
    status: account.status,
    is_locked: account.isLocked,
    created_at: new Date(account.createdAt).toISOString(),
    metadata: {
      custom_data: account.customData,
      ...(products && { products_connection_status: products }),
      ...(account.proxy?.auto_proxy &&
        account.proxy.country && { auto_proxy_country: account.proxy.country }),
    },
    initial_sync: {
      status: account.sync.status,
      ...(account.sync.startedAt !== undefined && {
        started_at: new Date(account.sync.startedAt).toISOString(),
      }),
    },
    ...(account.config?.oauth_scope && { oauth_scope: account.config.oauth_scope.join(',') }),
    ...(account.proxy && { proxy: account.proxy }),
  }
}

/** The status of each product that the start asked for, and of the one that the account's status is about. */
function productStatuses({ config, status, product }: StoredAccount): Record<string, string> | undefined {
  const asked = config?.products ?? []
  if (asked.length === 0 && product === undefined) return undefined
  const whole = status === 'disconnected' || status === 'errored' ? status : 'running'
  return {
    ...Object.fromEntries(asked.map((name) => [name, whole])),
    ...(product !== undefined && { [product]: status === 'partial' ? 'disconnected' : 'errored' }),
  }
}
