import type { AccountStatus } from '@connect-account/core/protocol'
import { upstreamStatuses } from '../upstream/account-statuses.ts'
import { userActionOf } from './user-action.ts'

/** Whether only the account's owner can end the status: all of it, or one of its products, waits for a sign-in. */
export function needsOwner(status: AccountStatus): boolean {
  return userActionOf(status, undefined) === 'reconnect'
}

/** The statuses of which that is true. */
export const ownerStatuses = upstreamStatuses.filter(needsOwner)
