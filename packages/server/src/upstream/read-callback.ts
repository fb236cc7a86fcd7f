import type { ConnectError } from '@connect-account/core/errors'
import { callbackParameters, isConsentDenied } from './assumptions.ts'
import type { UpstreamResult } from './upstream.ts'
import { endOf, errorOf } from './v2/unipile-errors.ts'

/** What the query of an OAuth callback says. All of it is hearsay: a user can type it. */
export type CallbackResult =
  /** The consent was given; the signed webhook tells for which account. */
  | { readonly type: 'consented' }
  | { readonly type: 'denied' }
  | { readonly type: 'ended'; readonly result: UpstreamResult }
  | { readonly type: 'failed'; readonly error: ConnectError }

/** The longest text that is taken from a query. */
const MAX_TEXT = 500

export function readCallback(query: URLSearchParams): CallbackResult {
  const { errorType, errorDetail } = callbackParameters
  const type = readText(query, errorType)
  if (!type) return { type: 'consented' }
  if (isConsentDenied(type)) return { type: 'denied' }
  const response = { status: 0, body: { type, detail: readText(query, errorDetail) } }
  const result = endOf('callback', response)
  return result ? { type: 'ended', result } : { type: 'failed', error: errorOf('callback', response) }
}

/** PostgreSQL keeps no text with a NUL in it, and nobody needs the other control characters. */
function readText(query: URLSearchParams, name: string): string | undefined {
  return query
    .get(name)
    ?.replace(/\p{Cc}/gu, '')
    .slice(0, MAX_TEXT)
}
