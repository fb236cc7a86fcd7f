export * from './client/index.ts'
// Without the catalogue of causes and remedies, which is for developers and servers: `@connect-account/core/errors` has it.
export * from './errors/codes.ts'
export * from './errors/connect-error.ts'
export type { FieldError, FieldErrorCode, UserFieldErrorCode } from './errors/field-errors.ts'
export * from './input/index.ts'
export * from './machine/index.ts'
export {
  CONSENT_RETURN_CHANNEL,
  CONSENT_RETURN_PARAMETER,
  isConsentReturnOf,
} from './protocol/consent-return.ts'
// Of the protocol what the first paint needs; the readers and schemas are in `@connect-account/core/protocol`.
export type * from './protocol/index.ts'
export { isOutcome } from './protocol/is-outcome.ts'
export { problemMediaType, readProblem } from './protocol/problem.ts'
export { Secret } from './protocol/secret.ts'
