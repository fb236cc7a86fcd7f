export { type ErrorDescription, errorCatalogue } from './catalogue.ts'
export { type ErrorCode, errorCodes } from './codes.ts'
export { ConnectError, type ConnectErrorDetails } from './connect-error.ts'
export {
  type FieldError,
  type FieldErrorCode,
  requestFieldErrors,
  type UserFieldErrorCode,
  userFieldErrors,
} from './field-errors.ts'
