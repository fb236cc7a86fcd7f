export { type Reconnect, type ReconnectOptions, useReconnect } from './accounts/use-reconnect.ts'
export type { FlowName } from './browser/tab-memory.ts'
export { hasOpenIntent } from './consent/returned-intent.ts'
export type { ConnectErrorReport, OnError } from './error-reports/on-error.ts'
export {
  type ChosenBy,
  type ConnectEvent,
  type ConnectEventMap,
  type ConnectEventOf,
  type ConnectEventType,
  type ConnectVerb,
  connectEvents,
  type ExitReason,
  type OnEvent,
} from './events/connect-event.ts'
export type { ConnectOptions, EndDetails, HostedPageDetails } from './flow/connect-options.ts'
export type {
  ConnectStep,
  ConnectStepMap,
  ConnectStepOf,
  ConnectStepType,
  Pending,
  Resend,
  StepError,
  SyncListener,
} from './flow/connect-step.ts'
export { type ConnectFlow, useConnectAccount } from './flow/use-connect-account.ts'
export type { SessionProps } from './session/session-options.ts'
