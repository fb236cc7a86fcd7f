import { errorCodeOf } from '../errors/codes.ts'
import { ConnectError } from '../errors/connect-error.ts'
import { problemMediaType, readProblem } from '../protocol/problem.ts'
import { MisreadError } from '../protocol/reader.ts'
import { unreachable } from './unreachable.ts'

/** `session_missing`: no option that could be a token. `session_unavailable`: a function that returned none. */
export type SessionFailure = 'session_missing' | 'session_unavailable'

/** The error of a session that is not a token. It never holds the value. */
export function invalidToken(value: unknown, code: SessionFailure): ConnectError {
  const given =
    typeof value !== 'string'
      ? String(value === null ? null : typeof value)
      : value
        ? 'text that is not a token'
        : 'an empty string'
  return new ConnectError(code, {
    detail: `"session" must be the token that the backend minted, or a function that resolves to it; it was ${given}.`,
  })
}

export function invalidBase(): ConnectError {
  return new ConnectError('invalid_setting', {
    detail: '"baseUrl" must be a path such as "/connect", or an address that starts with "https://".',
  })
}

/** The error with which the handler, or a proxy in front of it, refused a call. */
export async function refusalOf(response: Response, method: string, path: string): Promise<ConnectError> {
  const isServerError = response.status >= 500
  if (mediaTypeOf(response) === problemMediaType) {
    const text = await response.text().catch(unreachable)
    try {
      const { code, ...details } = readProblem(JSON.parse(text))
      return new ConnectError(errorCodeOf(code), details)
    } catch (cause) {
      if (!isServerError) return unexpected(response, method, path, cause)
    }
  }
  if (!isServerError) return unexpected(response, method, path)
  return new ConnectError('server_unavailable', { detail: describe(response, method, path) })
}

function mediaTypeOf(response: Response): string {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || 'no content type'
}

/** A sentence for logs: `GET /connect/providers returned status 200 with text/html.` */
function describe(response: Response, method: string, path: string): string {
  // `response.url` differs from `path` after a redirect.
  const at = response.url ? new URL(response.url).pathname : path
  return `${method} ${at} returned status ${response.status} with ${mediaTypeOf(response)}.`
}

/** The error of a response that this version's handler does not send. */
export function unexpected(response: Response, method: string, path: string, cause?: unknown): ConnectError {
  const misread = cause instanceof MisreadError ? ` ${cause.message}` : ''
  const detail = `${describe(response, method, path)}${misread} Is "baseUrl" right, and is the handler mounted there?`
  return new ConnectError('unexpected_answer', { detail, cause })
}
