import type { Account } from '@connect-account/core'
import { enAccounts } from '../../locales/en-accounts.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { describeStatus } from './describe-status.ts'

export interface AccountStatusBadgeProps {
  readonly account: Pick<Account, 'status' | 'statusReason'>
  /** Replaces single messages at any depth. The others stay English. */
  readonly messages?: DeepPartial<Messages> | undefined
}

/**
 * The status of an account, as a dot and a label, and what it means for the owner. Inherits color and font.
 * `data-reason` is Unipile's reason, for your styles and tests.
 */
export function AccountStatusBadge({ account, messages }: AccountStatusBadgeProps) {
  const { accountStatus } = mergeMessages(enAccounts, messages)
  const { label, help } = describeStatus(accountStatus, account)
  return (
    <span data-ca="account-status" data-status={account.status} data-reason={account.statusReason}>
      <span data-ca="status-label">{label}</span> {help && <span data-ca="status-help">{help}</span>}
    </span>
  )
}
