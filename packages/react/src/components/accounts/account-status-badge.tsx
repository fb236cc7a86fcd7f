import type { Account } from '@connect-account/core'
import { enAccounts } from '../../locales/en-accounts.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { describeStatus } from './describe-status.ts'

export interface AccountStatusBadgeProps {
  readonly account: Pick<Account, 'status' | 'statusReason'>
  /** Other words, to any depth; what is left out stays English. */
  readonly messages?: DeepPartial<Messages> | undefined
}

/**
 * Where an account stands, as a dot and words, and what that means for its owner. Its colors and font follow the page around it;
 * Unipile's own reason is its title.
 */
export function AccountStatusBadge({ account, messages }: AccountStatusBadgeProps) {
  const { accountStatus } = mergeMessages(enAccounts, messages)
  const { label, help } = describeStatus(accountStatus, account)
  return (
    <span data-ca="account-status" data-status={account.status} title={account.statusReason}>
      <span data-ca="status-label">{label}</span> {help && <span data-ca="status-help">{help}</span>}
    </span>
  )
}
