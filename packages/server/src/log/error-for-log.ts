import { ConnectError } from '@connect-account/core/errors'

/** What a log line says of an error. */
export interface LoggedError {
  readonly name: string
  readonly code?: string
  readonly detail?: string
  readonly at?: readonly string[]
  readonly cause?: LoggedError
}

/**
 * What a log line may say of an error: its name, code and stack frames, and its causes'. Never the message of
 * a foreign error, which may quote what was sent (database drivers quote parameters, JSON parsers quote the
 * text).
 */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof ConnectError && error.detail ? { detail: error.detail } : {}),
    ...(at ? { at } : {}),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  }
}
