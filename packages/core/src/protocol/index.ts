export {
  type Account,
  type AccountStatus,
  type InitialSync,
  type KnownAccount,
  readAccount,
  readAccountList,
  readKnownAccount,
  type UserAction,
} from './account.ts'
export {
  awaitedCheckpoints,
  type Channel,
  type Checkpoint,
  type CheckpointError,
  type CheckpointOf,
  type CheckpointType,
  type CodeShape,
  type Display,
  isAwaited,
  readCheckpoint,
} from './checkpoint.ts'
export { CONSENT_RETURN_PARAMETER } from './consent-return.ts'
export {
  CONSENT_RETURN_CHANNEL,
  type ConsentReceivedMessage,
  type ConsentReturnMessage,
  RETURN_TOKEN_PARAMETER,
  readConsentReturn,
} from './consent-token.ts'
export { type Intent, readIntent, readStep, type Step } from './intent.ts'
export { isOutcome } from './is-outcome.ts'
export {
  type LeftLink,
  type Link,
  type LinkAppearance,
  type LinkBrand,
  type LinkDetails,
  type LinkHost,
  type LinkList,
  type LinkOwner,
  type LinkSupport,
  type ListedLink,
  type OpenedLink,
  readLeftLink,
  readLink,
  readLinkDetails,
  readLinkHost,
  readLinkList,
  readLinkOwner,
  readListedLink,
  readOpenedLink,
  readOpenedWizard,
} from './link.ts'
export { isLinkRefusal, type LinkRefusalCode, linkRefusals } from './link-refusals.ts'
export { type Health, type Readiness, readHealth, readReadiness } from './operation.ts'
export { type Outcome, type OutcomeOf, type OutcomeType, readOutcome } from './outcome.ts'
export { type Problem, problemMediaType, readProblem } from './problem.ts'
export {
  type Field,
  type Method,
  type MethodOf,
  type Provider,
  type ProviderKind,
  readProvider,
  readProviderList,
} from './provider.ts'
export { type Contract, MisreadError, type Reader } from './reader.ts'
export {
  type ChallengeRequest,
  challengeRequestSchema,
  type RenameRequest,
  renameRequestSchema,
  returnRequestSchema,
  type SolveRequest,
  type StartRequest,
  solveRequestSchema,
  startRequestSchema,
  type UserProxy,
  userProxySchema,
} from './requests.ts'
export { Secret } from './secret.ts'
export { keyOfReference, startReference } from './start-reference.ts'
export type { ConnectTransport, SolveInput, StartInput, Watcher, WatchStatus } from './transport.ts'
