import type { LoggedError } from './error-for-log.ts'

/**
 * Every name that a log line may have beside its message. None ever holds a secret, a user's id or a user's
 * text.
 */
export interface LogMembers {
  readonly err?: LoggedError
  /** A stable error code. */
  readonly code?: string
  /** Our own id of an intent. */
  readonly intent?: string
  /** The catalogue's id. */
  readonly provider?: string
  /** Our own id of a notice to an owner. */
  readonly notice?: string
  /** A webhook event's id, or the name of a callback. */
  readonly event?: string
  /** A job's name. */
  readonly job?: string
  /** How many times in a row a request to Unipile failed. */
  readonly faults?: number
  readonly attempts?: number
  /** How many accounts. */
  readonly accounts?: number
  /** The request's id: its own `X-Request-Id`, or one that the response's header carries. */
  readonly requestId?: string
  readonly method?: string
  /** The route's pattern, never the requested path. */
  readonly route?: string
  readonly status?: number
  readonly durationMs?: number
}

/** What the handler logs to: any pino logger fits. */
export interface Logger {
  /** One line per request. Default: none are written. */
  debug?(members: LogMembers, message: string): void
  info(members: LogMembers, message: string): void
  warn(members: LogMembers, message: string): void
  error(members: LogMembers, message: string): void
}
