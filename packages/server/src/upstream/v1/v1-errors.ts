import type { ConnectError } from '@connect-account/core/errors'
import { readRestriction } from '../assumptions.ts'
import type { MailRefusal, UpstreamResult } from '../upstream.ts'
import {
  type ErrorResponse,
  type ErrorTable,
  errorFrom,
  readError,
  type UpstreamCall,
} from '../upstream-errors.ts'
import { ALREADY_EXISTS } from './assumptions.ts'

/**
 * API v1's error types (reference, the responses of "Connect an account" and "Solve a code checkpoint"). Of some
 * statuses the reference describes the meaning and not the type.
 */
const table: ErrorTable = {
  byType: {
    'errors/invalid_credentials': 'invalid_credentials',
    'errors/expired_credentials': 'invalid_credentials',
    'errors/invalid_credentials_but_valid_account_imap': 'invalid_credentials',
    'errors/invalid_checkpoint_solution': 'invalid_code',
    // No answer can solve it.
    'errors/checkpoint_error': 'upstream_rejected',
    'errors/captcha_not_supported': 'upstream_rejected',
    'errors/multiple_sessions': 'upstream_rejected',
    'errors/disconnected_account': 'upstream_rejected',
    'errors/missing_credentials': 'upstream_unauthorized',
    'errors/insufficient_privileges': 'upstream_unauthorized',
    'errors/insufficient_permissions': 'upstream_unauthorized',
    'errors/feature_not_subscribed': 'upstream_unauthorized',
    'errors/invalid_proxy_credentials': 'proxy_failed',
    'errors/proxy_error': 'proxy_failed',
    'errors/provider_error': 'provider_unavailable',
    'errors/provider_unreachable': 'provider_unavailable',
    'errors/network_down': 'provider_unavailable',
    'errors/request_timeout': 'upstream_timeout',
    'errors/cannot_resend_yet': 'resend_too_soon',
    // "Cannot start a new intent while another is still in progress."
    'errors/auth_in_progress': 'sign_in_in_progress',
    // "Complete authentication on the provider's native application and try again."
    'errors/action_required': 'action_required',
    'errors/unknown_authentication_context': 'action_required',
    'errors/subscription_required': 'subscription_required',
    'errors/resource_access_restricted': 'upstream_rejected',
    'errors/disconnected_feature': 'upstream_rejected',
  },
  byStatus: {
    407: 'proxy_failed',
    408: 'upstream_timeout',
    409: 'sign_in_in_progress',
    425: 'sign_in_in_progress',
    502: 'proxy_failed',
    504: 'upstream_timeout',
  },
  byCall: {
    startMail: { 'errors/invalid_parameters': 'mail_settings_invalid' },
    // The code is all that a solve carries besides the ids.
    solve: { 'errors/invalid_parameters': 'invalid_code', 'errors/invalid_credentials': 'invalid_code' },
    resend: {
      'errors/too_many_requests': 'resend_too_soon',
      'errors/feature_not_implemented': 'resend_not_available',
    },
    challenge: {
      'errors/invalid_checkpoint_solution': 'no_other_way',
      'errors/checkpoint_error': 'no_other_way',
      'errors/invalid_parameters': 'no_other_way',
      'errors/feature_not_implemented': 'no_other_way',
    },
  },
  // The types do not show whose they are; those of providers are all named above.
  isProvider: () => false,
}

export function errorOf(call: UpstreamCall, response: ErrorResponse): ConnectError {
  return errorFrom(table, call, response)
}

/** The end of the authentication that the response means, if it means one. */
export function endOf(call: UpstreamCall, { status, body }: ErrorResponse): UpstreamResult | undefined {
  const { type, detail } = readError(body) ?? {}
  switch (type) {
    case ALREADY_EXISTS:
      return { type: 'duplicate', ...(detail ? { accountId: detail } : {}) }
    case 'errors/account_restricted':
      return { type: 'restricted', ...readRestriction(detail) }
    case 'errors/wrong_account':
    case 'errors/account_mismatch':
    case 'errors/session_mismatch':
      return { type: 'mismatch' }
    case 'errors/authentication_intent_error':
      // "The intent was killed": only a new intent helps.
      return call === 'start' || call === 'startMail' ? undefined : { type: 'expired' }
  }
  // 409: "operation canceled by a subsequent one". Of two starts one goes on; an answer was for the one that does not.
  return (status === 404 || status === 409) && call === 'solve' ? { type: 'expired' } : undefined
}

/** What a refused start says of a mailbox's servers, if it says something of them. */
export function mailRefusalOf({ body }: ErrorResponse): MailRefusal | undefined {
  switch (readError(body)?.type) {
    case 'errors/invalid_imap_configuration':
      return { type: 'mail_refused', side: 'imap', fault: 'connection' }
    case 'errors/invalid_smtp_configuration':
      return { type: 'mail_refused', side: 'smtp', fault: 'connection' }
  }
  return undefined
}
