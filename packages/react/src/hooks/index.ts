export type { ConnectOptions, EndDetails, EndReason } from './connect-options.ts'
export type {
  ConnectStep,
  ConnectStepMap,
  ConnectStepOf,
  ConnectStepType,
  Pending,
  Resend,
  StepError,
} from './connect-step.ts'
export { hasOpenIntent } from './returned-intent.ts'
export { useConnectAccount } from './use-connect-account.ts'
