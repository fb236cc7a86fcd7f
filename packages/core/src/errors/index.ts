export { type ErrorDescription, errorCatalogue } from './catalogue.ts'
export { type ErrorCode, errorCodes } from './codes.ts'
export { ConnectError, type ConnectErrorDetails, type FieldError } from './connect-error.ts'
