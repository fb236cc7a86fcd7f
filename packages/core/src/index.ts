export * from './client/index.ts'
// The catalogue of causes and remedies is in `@connect-account/core/errors`: the browser does not need it.
export { type ErrorCode, errorCodes } from './errors/codes.ts'
export { ConnectError, type ConnectErrorDetails } from './errors/connect-error.ts'
export type { FieldError, FieldErrorCode, UserFieldErrorCode } from './errors/field-errors.ts'
export type { EndReason, IntentMemory } from './machine/index.ts'
// Only what the first paint needs; the readers and schemas are in `@connect-account/core/protocol`.
export type * from './protocol/index.ts'
export { isOutcome } from './protocol/is-outcome.ts'
export { Secret } from './protocol/secret.ts'
