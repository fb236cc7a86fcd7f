import { errorCodeOf } from '../errors/codes.ts'
import { ConnectError } from '../errors/connect-error.ts'
import { problemMediaType, readProblem } from '../protocol/problem.ts'
import { MisreadError } from '../protocol/reader.ts'

/** The error never holds the value. */
export function invalidToken(value: unknown): ConnectError {
  const given =
    typeof value !== 'string'
      ? String(value === null ? null : typeof value)
      : value
        ? 'text that is no token'
        : 'an empty string'
  return new ConnectError('session_missing', {
    detail: `"session" must be the token that the back end minted, or a function that resolves to it; it gave ${given}.`,
  })
}

export function invalidBase(): ConnectError {
  return new ConnectError('invalid_setting', {
    detail: '"baseUrl" must be a path such as "/connect", or an address that begins with "https://".',
  })
}

/** What the handler, or something between, refused a call with. */
export async function refusalOf(response: Response, method: string, path: string): Promise<ConnectError> {
  if (mediaTypeOf(response) === problemMediaType) {
    const text = await response.text().catch((cause: unknown) => {
      throw new ConnectError('network_unreachable', { cause })
    })
    try {
      const { code, ...details } = readProblem(JSON.parse(text))
      return new ConnectError(errorCodeOf(code), details)
    } catch (cause) {
      if (!isFromProxy(response.status)) return unexpected(response, method, path, cause)
    }
  }
  if (!isFromProxy(response.status)) return unexpected(response, method, path)
  return new ConnectError('network_unreachable', {
    detail: `${describe(response, method, path)} A proxy could not reach the back end.`,
  })
}

function mediaTypeOf(response: Response): string {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || 'no content type'
}

/** What happened, for logs: `GET /connect/providers returned status 200 with text/html.` */
function describe(response: Response, method: string, path: string): string {
  // Where a redirect led, if there was one.
  const at = response.url ? new URL(response.url).pathname : path
  return `${method} ${at} returned status ${response.status} with ${mediaTypeOf(response)}.`
}

/** A response that the handler of this version does not give. */
export function unexpected(response: Response, method: string, path: string, cause?: unknown): ConnectError {
  const misread = cause instanceof MisreadError ? ` ${cause.message}` : ''
  const detail = `${describe(response, method, path)}${misread} Is "baseUrl" right, and is the handler mounted there?`
  return new ConnectError('unexpected_answer', { detail, cause })
}

/** Statuses of a proxy that did not reach the handler; Cloudflare has its own from 520 on. */
const isFromProxy = (status: number) => (status >= 502 && status <= 504) || (status >= 520 && status <= 530)
