import type { ErrorCode } from './codes.ts'
import type { FieldError } from './field-errors.ts'

/** What may travel with an error. None of it is ever a secret: no credential, code, token, cookie or key. */
export interface ConnectErrorDetails {
  /** One sentence about this occurrence, safe to show to a developer. */
  readonly detail?: string
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number
  /** The fields that are wrong, each with what is wrong with it. */
  readonly fields?: readonly FieldError[]
  /** The provider's method that asks the user for what is missing. */
  readonly method?: string
  /** Values to put into the form, by field name; never a secret. */
  readonly prefill?: Readonly<Record<string, string>>
  /** A page that tells the user what to do. */
  readonly helpUrl?: string
  /** The underlying error, for logs on the side that raised it; never sent over a wire. */
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

/** Wraps anything else that was thrown as `internal_error`: nobody foresaw it. */
export function asConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError ? error : new ConnectError('internal_error', { cause: error })
}
