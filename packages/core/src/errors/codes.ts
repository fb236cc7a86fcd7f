/**
 * The stable codes of all failures. The server and the components share this list: the server responds
 * with these codes, and the components choose their messages by them. A code never changes its meaning; new
 * ones may be added, so treat a code you do not know as `internal_error`.
 */
export const errorCodes = [
  // The request
  'invalid_request',
  'invalid_json',
  'body_too_large',
  'body_too_slow',
  'headers_too_large',
  'unsupported_media_type',
  'not_found',
  'method_not_allowed',
  'origin_not_allowed',
  'unknown_provider',
  'provider_not_allowed',
  'unknown_method',
  'idempotency_conflict',
  // The session
  'session_missing',
  'session_invalid',
  'session_expired',
  'session_unavailable',
  // The intent
  'intent_not_found',
  'intent_of_other_user',
  'intent_ended',
  'checkpoint_passed',
  'answer_not_expected',
  'resend_not_available',
  'resend_too_soon',
  'no_other_way',
  'account_not_found',
  'return_not_allowed',
  'confirmation_pending',
  // The return from a consent page
  'return_invalid',
  'return_used',
  'return_expired',
  'consent_unconfirmed',
  'consent_elsewhere',
  'consent_unbound',
  // The hosted link
  'link_not_found',
  'link_expired',
  'link_used',
  'link_revoked',
  'link_in_use',
  'link_account_removed',
  'link_limited',
  'self_service_off',
  'too_many_links',
  // The provider's verdict on what the user typed
  'invalid_credentials',
  'invalid_code',
  'captcha_rejected',
  'invalid_phone',
  'approval_declined',
  'consent_denied',
  'consent_failed',
  'account_exists',
  'account_restricted',
  'account_mismatch',
  'mail_settings_needed',
  'mail_settings_invalid',
  'app_password_needed',
  'proxy_failed',
  'provider_rate_limited',
  'sign_in_in_progress',
  'action_required',
  'subscription_required',
  'provider_not_supported',
  'provider_unavailable',
  // Unipile
  'upstream_unauthorized',
  'upstream_rejected',
  'upstream_rate_limited',
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_unreachable',
  'upstream_invalid_answer',
  // The browser
  'network_unreachable',
  'network_timeout',
  'server_unavailable',
  'unexpected_answer',
  'passkey_required',
  'captcha_not_supported',
  'captcha_failed',
  'screen_failed',
  'invalid_option',
  'option_changed',
  'stylesheet_repeated',
  'callback_failed',
  // The host
  'webhook_invalid',
  'invalid_setting',
  'rate_limited',
  'too_many_streams',
  'shutting_down',
  'internal_error',
] as const

/** A stable error code: `errorCatalogue` has the cause and remedy of each. */
export type ErrorCode = (typeof errorCodes)[number]

/**
 * Types a code that was received. It is not checked, so code that looks it up needs a fallback for codes of a
 * newer server: checking it against the list would make every browser load the list.
 */
export function errorCodeOf(text: string): ErrorCode {
  return text as ErrorCode
}
