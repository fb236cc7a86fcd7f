import type { StoredAccount } from '../state/state.ts'
import { v1Status } from './account-body.ts'
import { accountType } from './providers.ts'

/**
 * Returns an event in the format of API v1's account status webhook; `undefined` if API v1 does not report
 * it.
 */
export function v1StatusBody(type: string, account: StoredAccount): object | undefined {
  const message = messageOf(type, account)
  if (message === undefined) return undefined
  return {
    AccountStatus: { account_id: account.id, account_type: accountType(account.provider), message },
  }
}

function messageOf(type: string, account: StoredAccount): string | undefined {
  switch (type) {
    case 'account.add':
      return 'CREATION_SUCCESS'
    case 'account.reconnect':
      return 'RECONNECTED'
    case 'account.remove':
      return 'DELETED'
    case 'account.initial_sync.completed':
      return 'SYNC_SUCCESS'
  }
  return type.startsWith('account.status.') ? v1Status(account) : undefined
}
