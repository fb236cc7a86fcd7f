export type { ConnectOptions, EndDetails, EndReason, HostedPageDetails } from './connect-options.ts'
export type {
  ConnectStep,
  ConnectStepMap,
  ConnectStepOf,
  ConnectStepType,
  Pending,
  Resend,
  StepError,
  SyncListener,
} from './connect-step.ts'
export { hasOpenIntent } from './returned-intent.ts'
export { useConnectAccount } from './use-connect-account.ts'
export { type Reconnect, type ReconnectOptions, useReconnect } from './use-reconnect.ts'
