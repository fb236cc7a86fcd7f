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
export type { ConnectErrorReport, OnError } from './on-error.ts'
export { hasOpenIntent } from './returned-intent.ts'
export type { FlowName } from './tab-memory.ts'
export { type ConnectFlow, useConnectAccount } from './use-connect-account.ts'
export { type Reconnect, type ReconnectOptions, useReconnect } from './use-reconnect.ts'
export type { SessionProps } from './use-session-options.ts'
