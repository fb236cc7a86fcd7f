// What the other packages of Connect Account import from this one. Not for hosts: it changes without notice.

export { inkOn, readableOnDark } from '../colors/accent-colors.ts'
export { canRecover } from '../errors/can-recover.ts'
export { errorCodeOf } from '../errors/codes.ts'
export { asConnectError } from '../errors/connect-error.ts'
export { isOutage } from '../errors/is-outage.ts'
export { directionOf, findLanguage, type Language, languages } from '../languages/languages.ts'
export {
  type ConnectContext,
  type ConnectEnd,
  type ConnectInput,
  connectMachine,
  type FlowEvent,
  hasForm,
  openIntent,
} from '../machine/index.ts'
export { CONSENT_RETURN_PARAMETER } from '../protocol/consent-return.ts'
export {
  CONSENT_RETURN_CHANNEL,
  type ConsentReceivedMessage,
  RETURN_TOKEN_PARAMETER,
  readConsentReturn,
} from '../protocol/consent-token.ts'
export { problemMediaType, readProblem } from '../protocol/problem.ts'
export {
  anything,
  listOf,
  number,
  object,
  oneOf,
  optional,
  type Read,
  recordOf,
  text,
  time,
} from '../protocol/reader.ts'
