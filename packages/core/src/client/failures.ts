import { errorCodeOf } from '../errors/codes.ts'
import { ConnectError } from '../errors/connect-error.ts'
import { problemMediaType, readProblem } from '../protocol/problem.ts'
import { MisreadError } from '../protocol/reader.ts'
import { unreachable } from './unreachable.ts'

/** The error of a session that is not a token. It never holds the value. */
export function invalidToken(value: unknown): ConnectError {
  const given =
    typeof value !== 'string'
      ? String(value === null ? null : typeof value)
      : value
        ? 'text that is not a token'
        : 'an empty string'
  return new ConnectError('session_missing', {
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
  if (mediaTypeOf(response) === problemMediaType) {
    const text = await response.text().catch(unreachable)
    try {
      const { code, ...details } = readProblem(JSON.parse(text))
      return new ConnectError(errorCodeOf(code), details)
    } catch (cause) {
      if (!isFromProxy(response.status)) return unexpected(response, method, path, cause)
    }
  }
  if (!isFromProxy(response.status)) return unexpected(response, method, path)
  return new ConnectError('network_unreachable', {
    detail: `${describe(response, method, path)} A proxy could not reach the backend.`,
  })
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

/** Statuses of a proxy that did not reach the handler; Cloudflare has its own from 520 on. */
const isFromProxy = (status: number) => (status >= 502 && status <= 504) || (status >= 520 && status <= 530)
