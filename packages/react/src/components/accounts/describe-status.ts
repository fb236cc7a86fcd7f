import type { Account } from '@connect-account/core'
import type { enAccounts } from '../../locales/en-accounts.ts'

/** The label of a status and what it means for the owner. A running account needs no help text. */
export function describeStatus(
  { label, help }: typeof enAccounts.accountStatus,
  { status, statusReason }: Pick<Account, 'status' | 'statusReason'>,
): { readonly label: string; readonly help?: string } {
  switch (status) {
    case 'running':
      return { label: label.running }
    case 'disconnected':
    case 'paused':
      return { label: label[status], help: help[status] }
    case 'errored':
      return { label: label.errored, help: help.errored[culpritOf(statusReason)] }
    case 'degraded':
    case 'partial':
      return { label: label[status], help: help[status](partOf(statusReason)) }
    default:
      return status satisfies never
  }
}

function culpritOf(reason: string | undefined): 'provider' | 'proxy' | 'unipile' | 'other' {
  return reason === 'provider' || reason === 'proxy' || reason === 'unipile' ? reason : 'other'
}

/** The product in a reason, which is `product` or `product: reason`. */
function partOf(reason: string | undefined): string | undefined {
  return reason?.split(':', 1)[0]?.replaceAll('_', ' ').toLowerCase()
}
