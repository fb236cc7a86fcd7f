import type { ConnectError, ErrorCode } from '@connect-account/core/errors'
import { callbackParameters, isConsentDenied, oauthOutages } from './assumptions.ts'
import type { CallbackRefusal, CallbackResult, UpstreamResult } from './upstream.ts'
import type { ErrorResponse, UpstreamCall } from './upstream-errors.ts'

/** How an API reads its error types. */
export interface ErrorReader {
  readonly endOf: (call: UpstreamCall, response: ErrorResponse) => UpstreamResult | undefined
  readonly errorOf: (call: UpstreamCall, response: ErrorResponse) => ConnectError
}

/**
 * Both APIs return from a consent page with the same parameters; only their error types differ. Anyone can type
 * them, so of an error only a code of a closed list is taken, and no text.
 */
export function readCallback(query: URLSearchParams, { endOf, errorOf }: ErrorReader): CallbackResult {
  const { errorType, errorTitle, errorDetail, oauthError, accountId } = callbackParameters
  const type = query.get(errorType) || query.get(oauthError)
  if (!type) {
    // A title is a sentence, so nothing but the failure itself is read from it.
    if (query.has(errorTitle)) return { type: 'refused', code: 'consent_failed' }
    const account = readAccountId(query.get(accountId))
    return { type: 'consented', ...(account ? { accountId: account } : {}) }
  }
  if (isConsentDenied(type)) return { type: 'refused', code: 'consent_denied' }
  if (oauthOutages.has(type)) return { type: 'refused', code: 'provider_unavailable' }
  const response = { status: 0, body: { type, detail: query.get(errorDetail) ?? undefined } }
  const result = endOf('callback', response)
  if (result?.type === 'duplicate') {
    const account = readAccountId(result.accountId)
    return { type: 'refused', code: 'account_exists', ...(account ? { accountId: account } : {}) }
  }
  if (result?.type === 'restricted') return { type: 'refused', code: 'account_restricted' }
  if (result?.type === 'mismatch') return { type: 'refused', code: 'account_mismatch' }
  return { type: 'refused', code: refusalOf(errorOf('callback', response).code) }
}

function refusalOf(code: ErrorCode): CallbackRefusal {
  return code === 'provider_unavailable' || code === 'upstream_unavailable'
    ? 'provider_unavailable'
    : 'consent_failed'
}

/** It becomes a part of a path. */
function readAccountId(value: string | null | undefined): string | undefined {
  return value && /^[\w-]{1,200}$/.test(value) ? value : undefined
}
