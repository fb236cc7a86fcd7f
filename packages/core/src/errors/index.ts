export { type ErrorDescription, errorCatalogue } from './catalogue.ts'
export { type ErrorCode, errorCodeOf, errorCodes } from './codes.ts'
export { asConnectError, ConnectError, type ConnectErrorDetails, type FieldError } from './connect-error.ts'
