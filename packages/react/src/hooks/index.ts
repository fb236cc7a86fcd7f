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
export { hasOpenIntent } from './tab-memory.ts'
export { useConnectAccount } from './use-connect-account.ts'
