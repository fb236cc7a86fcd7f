import type { StoredAccount } from '../state/state.ts'

/** Returns an account in the format of API v2. */
export function accountBody(account: StoredAccount, applicationId: string) {
  return {
    object: 'Account',
    id: account.id,
    application_id: applicationId,
    provider: account.provider,
    user_id: account.userId,
    name: account.name,
    status: account.status,
    is_locked: false,
    created_at: new Date(account.createdAt).toISOString(),
    metadata: account.metadata,
    initial_sync: {
      status: account.sync.status,
      ...(account.sync.startedAt !== undefined && {
        started_at: new Date(account.sync.startedAt).toISOString(),
      }),
    },
    ...(account.config?.oauth_scope && { oauth_scope: account.config.oauth_scope }),
    ...(account.proxy && { proxy: account.proxy }),
  }
}
