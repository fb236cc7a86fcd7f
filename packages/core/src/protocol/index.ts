export { type Account, type AccountStatus, type InitialSync, readAccount } from './account.ts'
export {
  awaitedCheckpoints,
  type Channel,
  type Checkpoint,
  type CheckpointError,
  type CheckpointOf,
  type CheckpointType,
  isAwaited,
} from './checkpoint.ts'
export { type Intent, readIntent, readStep, type Step } from './intent.ts'
export { isOutcome } from './is-outcome.ts'
export type { Outcome, OutcomeOf, OutcomeType } from './outcome.ts'
export { type Problem, problemMediaType, readProblem } from './problem.ts'
export { type Field, type Method, type Provider, type ProviderKind, readProvider } from './provider.ts'
export { listOf, MisreadError, object, type Reader } from './reader.ts'
export {
  type ChallengeRequest,
  challengeRequestSchema,
  type RenameRequest,
  renameRequestSchema,
  type SolveRequest,
  type StartRequest,
  solveRequestSchema,
  startRequestSchema,
  type UserProxy,
  userProxySchema,
} from './requests.ts'
export { Secret } from './secret.ts'
export type { ConnectTransport, SolveInput, StartInput, Watcher, WatchStatus } from './transport.ts'
