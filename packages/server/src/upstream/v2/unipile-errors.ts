import type { ConnectError } from '@connect-account/core/errors'
import { readMailRefusal, readRestriction } from '../assumptions.ts'
import type { MailRefusal, UpstreamResult } from '../upstream.ts'
import {
  type ErrorResponse,
  type ErrorTable,
  errorFrom,
  readError,
  type UpstreamCall,
} from '../upstream-errors.ts'

/** Unipile's error types that mean the same in every call (wire page, "Errors"). */
const byType: ErrorTable['byType'] = {
  'provider/invalid_credentials': 'invalid_credentials',
  'provider/invalid_checkpoint_code': 'invalid_code',
  'provider/too_many_requests': 'provider_rate_limited',
  'provider/server_error': 'provider_unavailable',
  'provider/timeout': 'provider_unavailable',
  // The provider wants the user to sign in to its own app or website first.
  'provider/unknown_authentication_context': 'action_required',
  'provider/subscription_required': 'subscription_required',
  'api/too_many_requests': 'upstream_rate_limited',
  'api/missing_authorization': 'upstream_unauthorized',
  'api/expired_authorization': 'upstream_unauthorized',
  'api/inactive_subscription': 'upstream_unauthorized',
  'api/insufficient_permissions': 'upstream_unauthorized',
  'api/proxy_error': 'proxy_failed',
  'api/proxy_auth_error': 'proxy_failed',
  'api/proxy_timeout': 'proxy_failed',
}

/** The same, if the call decides. */
const byCall: ErrorTable['byCall'] = {
  start: {
    // A form is all that a start carries: what the provider finds invalid in it is the credentials.
    'provider/invalid_parameters': 'invalid_credentials',
    'provider/invalid_authorization': 'invalid_credentials',
  },
  startMail: {
    'api/invalid_parameters': 'mail_settings_invalid',
    'provider/invalid_parameters': 'mail_settings_invalid',
    'provider/invalid_authorization': 'invalid_credentials',
  },
  solve: {
    // The code is all that a solve carries besides the intent's id.
    'api/invalid_parameters': 'invalid_code',
    'provider/invalid_parameters': 'invalid_code',
    'provider/unprocessable_entity': 'invalid_code',
  },
  resend: {
    'api/too_many_requests': 'resend_too_soon',
    'provider/too_many_requests': 'resend_too_soon',
  },
  challenge: {
    // A provider without another way takes the request for a code.
    'provider/invalid_checkpoint_code': 'no_other_way',
    'provider/invalid_parameters': 'no_other_way',
    'provider/unprocessable_entity': 'no_other_way',
  },
  callback: {
    // The authorization code could not be exchanged: the user's answer was right.
    'provider/invalid_authorization': 'provider_unavailable',
    'api/internal_error': 'upstream_unavailable',
  },
}

const table: ErrorTable = { byType, byCall, isProvider: (type) => type.startsWith('provider/') }

/** The end of the authentication that the response means, if it means one. */
export function endOf(call: UpstreamCall, response: ErrorResponse): UpstreamResult | undefined {
  const error = readError(response.body)
  return error && readEnd(call, error.type, response.status, error.detail)
}

/** What a refused start says of a mailbox's servers, if it says something of them. */
export function mailRefusalOf({ body }: ErrorResponse): MailRefusal | undefined {
  const detail = readError(body)?.detail
  return detail === undefined ? undefined : readMailRefusal(detail)
}

export function errorOf(call: UpstreamCall, response: ErrorResponse): ConnectError {
  return errorFrom(table, call, response)
}

function readEnd(
  call: UpstreamCall,
  type: string,
  status: number,
  detail: string | undefined,
): UpstreamResult | undefined {
  switch (type) {
    case 'api/already_exists':
      return { type: 'duplicate', ...(detail ? { accountId: detail } : {}) }
    case 'api/account_restricted':
    case 'api/restricted_account':
      return { type: 'restricted', ...readRestriction(detail) }
    case 'provider/account_mismatch':
      return { type: 'mismatch' }
    case 'provider/timeout':
      return call === 'wait' ? { type: 'expired' } : undefined
    case 'provider/invalid_authorization':
      return call === 'solve' || call === 'wait' || call === 'challenge' ? { type: 'declined' } : undefined
    case 'provider/invalid_checkpoint_code':
      // The placeholder was taken for a wrong code: the user has not approved yet.
      return call === 'wait' ? { type: 'pending' } : undefined
  }
  return status === 404 && (call === 'solve' || call === 'wait') ? { type: 'expired' } : undefined
}
