export { type Account, type AccountStatus, accountSchema, accountStatuses } from './account.ts'
export {
  awaitedCheckpoints,
  type Channel,
  type Checkpoint,
  type CheckpointError,
  type CheckpointOf,
  type CheckpointType,
  checkpointSchema,
  isAwaited,
} from './checkpoint.ts'
export { type Intent, intentSchema, isOutcome, type Step } from './intent.ts'
export { type Outcome, type OutcomeOf, type OutcomeType, outcomeSchema } from './outcome.ts'
export { type Problem, problemMediaType, problemSchema } from './problem.ts'
export {
  type Field,
  fieldSchema,
  type Method,
  type Provider,
  type ProviderKind,
  providerKinds,
  providerSchema,
} from './provider.ts'
export {
  type ChallengeRequest,
  challengeRequestSchema,
  type SolveRequest,
  type StartRequest,
  solveRequestSchema,
  startRequestSchema,
} from './requests.ts'
export { Secret } from './secret.ts'
export type { ConnectTransport, SolveInput, StartInput, Watcher, WatchStatus } from './transport.ts'
