import type { AccountStatus } from '@connect-account/core/protocol'

/** The statuses that only the account's owner can end: all of it, or one of its products, waits for a sign-in. */
export const ownerStatuses = ['disconnected', 'partial'] as const satisfies readonly AccountStatus[]

export function needsOwner(status: AccountStatus): boolean {
  return ownerStatuses.some((one) => one === status)
}
