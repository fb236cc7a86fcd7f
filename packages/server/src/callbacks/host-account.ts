import type { Account } from '@connect-account/core/protocol'
import { type AccountRecord, publicAccount } from '../store/account-store.ts'

/** A linked account as the host's backend sees it. */
export interface HostAccount {
  /** The host's own id of its user. */
  readonly userId: string
  /** The account as its user sees it. */
  readonly account: Account
  /** Unipile's id, for calls to Unipile's API. It is not for browsers. */
  readonly unipileAccountId: string
}

export function hostAccount(record: AccountRecord): HostAccount {
  return { userId: record.userId, account: publicAccount(record), unipileAccountId: record.accountId }
}
