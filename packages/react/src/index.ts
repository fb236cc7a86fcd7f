'use client'

// The types that this package's types refer to, so that a host needs no other package for them.
export type {
  Account,
  AccountStatus,
  Channel,
  CheckpointType,
  CodeShape,
  ConnectTransport,
  EndReason,
  ErrorCode,
  Field,
  FieldError,
  FieldErrorCode,
  InitialSync,
  Intent,
  IntentMemory,
  Method,
  MethodOf,
  Outcome,
  OutcomeOf,
  OutcomeType,
  Provider,
  ProviderKind,
  UserProxy,
  WatchStatus,
} from '@connect-account/core'
export type { CaptchaAdapter, CaptchaChallenge, CaptchaHandlers, CaptchaTexts } from './captcha/adapter.ts'
export {
  type CloseReason,
  ConnectAccountDialog,
  type ConnectAccountDialogProps,
  type OpenChangeDetails,
} from './components/dialog/connect-account-dialog.tsx'
export { ConnectAccount, type ConnectAccountProps } from './components/flow/connect-account.tsx'
export {
  type ConnectAccountLook,
  ConnectAccountRoot,
  type ConnectAccountRootProps,
} from './components/flow/connect-account-root.tsx'
export type { RootAttributes } from './components/host-page/root-attributes.ts'
export type { ButtonSlotProps, SlotProps, Slots } from './components/root/slot.tsx'
export type {
  Appearance,
  AppearanceVariables,
  ColorScheme,
  PartName,
  ThemeName,
} from './hooks/appearance/appearance.ts'
export type { Brand } from './hooks/brand/brand.ts'
export type { Introduction } from './hooks/brand/introduction.ts'
export {
  type ChosenBy,
  type ConnectErrorReport,
  type ConnectEvent,
  type ConnectEventMap,
  type ConnectEventOf,
  type ConnectEventType,
  type ConnectFlow,
  type ConnectOptions,
  type ConnectStep,
  type ConnectStepMap,
  type ConnectStepOf,
  type ConnectStepType,
  type ConnectVerb,
  connectEvents,
  type EndDetails,
  type ExitReason,
  type FlowName,
  type HostedPageDetails,
  hasOpenIntent,
  type OnError,
  type OnEvent,
  type Pending,
  type Reconnect,
  type ReconnectOptions,
  type Resend,
  type SessionProps,
  type StepError,
  type SyncListener,
  useConnectAccount,
  useReconnect,
} from './hooks/index.ts'
export type { Locale } from './locales/locale.ts'
export type { DeepPartial, Messages } from './locales/messages.ts'
