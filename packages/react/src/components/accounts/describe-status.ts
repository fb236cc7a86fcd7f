import type { Account } from '@connect-account/core'
import type { enAccounts } from '../../locales/en-accounts.ts'

/** What an account's status is called, and what it means for its owner; nothing where all is well. */
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

/** The product that a part of the account is about: the server tells `product` or `product: reason`. */
function partOf(reason: string | undefined): string | undefined {
  return reason?.split(':', 1)[0]?.replaceAll('_', ' ').toLowerCase()
}
