'use client'

export { AccountList, type AccountListProps } from './components/account-list/account-list.tsx'
export { AccountListRoot, type AccountListRootProps } from './components/account-list/account-list-root.tsx'
export type { AccountLook } from './components/account-root/account-root.tsx'
export { AccountStatus, type AccountStatusProps } from './components/account-status/account-status.tsx'
export {
  ReconnectButton,
  type ReconnectButtonProps,
} from './components/reconnect-button/reconnect-button.tsx'
export type {
  ReconnectDetails,
  ReconnectDialogOptions,
  ReconnectPreferences,
} from './components/reconnect-button/use-reconnect-dialog.tsx'
export type { AccountFailure, AccountVerb } from './hooks/accounts-state.ts'
export { type Accounts, type AccountsOptions, useAccounts } from './hooks/use-accounts.ts'
export { useProviders } from './hooks/use-providers.ts'
export type { SessionProps } from './hooks/use-session-options.ts'
export { enAccounts } from './locales/en-accounts.ts'
