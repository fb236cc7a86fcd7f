import type { Account } from '@connect-account/core'
import { enAccounts } from '../../locales/en-accounts.ts'
import { type LocaleProps, useTranslation } from '../root/use-translation.ts'
import { describeStatus } from './describe-status.ts'

export interface AccountStatusBadgeProps extends LocaleProps {
  readonly account: Pick<Account, 'status' | 'statusReason'>
}

/**
 * The status of an account, as a dot and a label, and what it means for the owner. Inherits color and font.
 * `data-reason` is Unipile's reason, for your styles and tests.
 */
export function AccountStatusBadge({ account, ...words }: AccountStatusBadgeProps) {
  const { isReady, translate, attributes } = useTranslation(words)
  if (!isReady) return null
  const { label, help } = describeStatus(translate(enAccounts).accountStatus, account)
  return (
    <span
      data-ca="account-status"
      data-status={account.status}
      data-reason={account.statusReason}
      {...attributes}
    >
      <span data-ca="status-label">{label}</span> {help && <span data-ca="status-help">{help}</span>}
    </span>
  )
}
