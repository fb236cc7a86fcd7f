'use client'

export type { CaptchaAdapter, CaptchaChallenge, CaptchaHandlers } from './captcha/adapter.ts'
export { ConnectAccount, type ConnectAccountProps } from './components/connect-account/connect-account.tsx'
export {
  ConnectAccountDialog,
  type ConnectAccountDialogProps,
} from './components/connect-account-dialog/connect-account-dialog.tsx'
export {
  type ConnectAccountLook,
  ConnectAccountRoot,
  type ConnectAccountRootProps,
} from './components/root/connect-account-root.tsx'
export {
  type ConnectOptions,
  type ConnectStep,
  type ConnectStepMap,
  type ConnectStepOf,
  type ConnectStepType,
  type EndDetails,
  type EndReason,
  type HostedPageDetails,
  hasOpenIntent,
  type Pending,
  type Reconnect,
  type ReconnectOptions,
  type Resend,
  type StepError,
  type SyncListener,
  useConnectAccount,
  useReconnect,
} from './hooks/index.ts'
export { en } from './locales/en.ts'
export type { DeepPartial, Messages } from './locales/messages.ts'
