export * from './client/index.ts'
// Without the catalogue of causes and remedies, which is for developers and servers: `@connect-account/core/errors` has it.
export { type ErrorCode, errorCodes } from './errors/codes.ts'
export { ConnectError, type ConnectErrorDetails } from './errors/connect-error.ts'
export type { FieldError, FieldErrorCode, UserFieldErrorCode } from './errors/field-errors.ts'
export type { EndReason, IntentMemory } from './machine/index.ts'
// Of the protocol what the first paint needs; the readers and schemas are in `@connect-account/core/protocol`.
export type * from './protocol/index.ts'
export { isOutcome } from './protocol/is-outcome.ts'
export { Secret } from './protocol/secret.ts'
