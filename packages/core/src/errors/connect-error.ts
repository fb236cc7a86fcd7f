import type { ErrorCode } from './codes.ts'
import type { FieldError } from './field-errors.ts'

/** Details of an error. Never holds a secret: no credential, code, token, cookie or key. */
export interface ConnectErrorDetails {
  /** One sentence about this occurrence, safe to show to a developer. */
  readonly detail?: string
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number
  /** The fields that are not valid, each with the reason. */
  readonly fields?: readonly FieldError[]
  /** The provider's method that asks the user for the missing values. */
  readonly method?: string
  /** Values to put into the form, by field name; never a secret. */
  readonly prefill?: Readonly<Record<string, string>>
  /** A page with instructions for the user. */
  readonly helpUrl?: string
  /** The underlying error, for logs on the side that threw it; never sent. */
  readonly cause?: unknown
}

/** The one error class of the kit. Decide on `code`; `message` is for people who read logs. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError'
  readonly code: ErrorCode
  readonly retryAfter: number | undefined
  readonly fields: readonly FieldError[] | undefined
  readonly detail: string | undefined
  readonly method: string | undefined
  readonly prefill: Readonly<Record<string, string>> | undefined
  readonly helpUrl: string | undefined

  constructor(code: ErrorCode, details: ConnectErrorDetails = {}) {
    super(details.detail ? `${code}: ${details.detail}` : code, { cause: details.cause })
    this.code = code
    this.detail = details.detail
    this.retryAfter = details.retryAfter
    this.fields = details.fields
    this.method = details.method
    this.prefill = details.prefill
    this.helpUrl = details.helpUrl
  }
}

/** Wraps anything else that was thrown as `internal_error`. */
export function asConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError ? error : new ConnectError('internal_error', { cause: error })
}
