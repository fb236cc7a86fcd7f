'use client'

// What the types of this entry name, so that a host needs no other package for them.
export type {
  Account,
  AccountsClient,
  ErrorCode,
  FieldError,
  Outcome,
  Provider,
  WatchStatus,
} from '@connect-account/core'
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
export type { EndDetails, EndReason } from './hooks/connect-options.ts'
export type { StepError } from './hooks/connect-step.ts'
export type { ConnectErrorReport, OnError } from './hooks/on-error.ts'
export { type Accounts, type AccountsOptions, useAccounts } from './hooks/use-accounts.ts'
export { useProviders } from './hooks/use-providers.ts'
export type { SessionProps } from './hooks/use-session-options.ts'
export { enAccounts } from './locales/en-accounts.ts'
export type { DeepPartial, Messages } from './locales/messages.ts'
