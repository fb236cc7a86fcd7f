import type { ConnectError } from '@connect-account/core/errors'
import { callbackParameters, isConsentDenied } from './assumptions.ts'
import type { CallbackResult, UpstreamResult } from './upstream.ts'
import type { ErrorResponse, UpstreamCall } from './upstream-errors.ts'

/** How an API reads its error types. */
export interface ErrorReader {
  readonly endOf: (call: UpstreamCall, response: ErrorResponse) => UpstreamResult | undefined
  readonly errorOf: (call: UpstreamCall, response: ErrorResponse) => ConnectError
}

/** The longest text that is taken from a query, in characters. */
const MAX_TEXT = 500

/** Both APIs return from a consent page with the same parameters; only their error types differ. */
export function readCallback(query: URLSearchParams, { endOf, errorOf }: ErrorReader): CallbackResult {
  const { errorType, errorDetail, accountId } = callbackParameters
  const type = readText(query, errorType)
  if (!type) {
    const account = query.get(accountId)
    return { type: 'consented', ...(account && isAccountId(account) ? { accountId: account } : {}) }
  }
  if (isConsentDenied(type)) return { type: 'denied' }
  const response = { status: 0, body: { type, detail: readText(query, errorDetail) } }
  const result = endOf('callback', response)
  return result ? { type: 'ended', result } : { type: 'failed', error: errorOf('callback', response) }
}

/** It becomes a part of a path. */
function isAccountId(value: string): boolean {
  return /^[\w-]{1,200}$/.test(value)
}

/** PostgreSQL stores no text with a NUL in it, and the other control characters are of no use. */
function readText(query: URLSearchParams, name: string): string | undefined {
  return query
    .get(name)
    ?.replace(/\p{Cc}/gu, '')
    .slice(0, MAX_TEXT)
}
