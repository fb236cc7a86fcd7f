'use client'

// The types that this entry's types refer to, so that a host needs no other package for them.
export type {
  Account,
  AccountStatus,
  AccountsClient,
  EndReason,
  ErrorCode,
  FieldError,
  FieldErrorCode,
  Outcome,
  Provider,
  WatchStatus,
} from '@connect-account/core'
export { AccountList, type AccountListProps } from './components/accounts/account-list.tsx'
export { AccountListRoot, type AccountListRootProps } from './components/accounts/account-list-root.tsx'
export type { AccountLook } from './components/accounts/account-root.tsx'
export {
  AccountStatusBadge,
  type AccountStatusBadgeProps,
} from './components/accounts/account-status-badge.tsx'
export {
  ReconnectButton,
  type ReconnectButtonProps,
} from './components/accounts/reconnect-button.tsx'
export type {
  ReconnectDetails,
  ReconnectDialogOptions,
  ReconnectPreferences,
} from './components/accounts/use-reconnect-dialog.tsx'
export type { RootAttributes } from './components/host-page/root-attributes.ts'
export type { AccountFailure, AccountVerb } from './hooks/accounts/accounts-state.ts'
export { type Accounts, type AccountsOptions, useAccounts } from './hooks/accounts/use-accounts.ts'
export type {
  Appearance,
  AppearanceVariables,
  ColorScheme,
  PartName,
  ThemeName,
} from './hooks/appearance/appearance.ts'
export type { ConnectErrorReport, OnError } from './hooks/error-reports/on-error.ts'
export type { EndDetails } from './hooks/flow/connect-options.ts'
export type { StepError } from './hooks/flow/connect-step.ts'
export type { SessionProps } from './hooks/session/session-options.ts'
export { useProviders } from './hooks/session/use-providers.ts'
export { enAccounts } from './locales/en-accounts.ts'
export type { Locale } from './locales/locale.ts'
export type { DeepPartial, Messages } from './locales/messages.ts'
