import { type ConnectError, type ErrorCode, errorCatalogue } from '@connect-account/core/errors'
import type { ConnectErrorReport, OnError } from './on-error.ts'

/** What a user brings about in a flow that works: no developer has to do anything. */
const ownedByUser: readonly ErrorCode[] = [
  'intent_not_found',
  'intent_ended',
  'checkpoint_passed',
  'answer_not_expected',
  'resend_not_available',
  'resend_too_soon',
  'no_other_way',
  'account_not_found',
  'confirmation_pending',
  'link_expired',
  'link_used',
  'invalid_request',
  'invalid_credentials',
  'invalid_code',
  'captcha_rejected',
  'invalid_phone',
  'approval_declined',
  'consent_denied',
  'mail_settings_needed',
  'mail_settings_invalid',
  'app_password_needed',
  'proxy_failed',
  'provider_rate_limited',
  'provider_unavailable',
  'rate_limited',
]

/** Reports a failure, unless it is the user's own matter. A chunk of its own: it loads with the first failure. */
export async function deliver(error: ConnectError, readOnError: () => OnError | undefined): Promise<void> {
  if (ownedByUser.includes(error.code)) return
  const report = describeFailure(error)
  console.error(`Connect Account: ${report.code}: ${report.message} ${report.remedy}`, report.cause)
  try {
    await readOnError()?.(report)
  } catch (cause) {
    console.error('Connect Account: callback_failed: "onError" threw an error.', cause)
  }
}

/** Cause and remedy of a failure, in a developer's words. */
function describeFailure(error: ConnectError): ConnectErrorReport {
  const { code, detail, cause = error } = error
  // A newer server may send a code that this version does not know.
  const known = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : errorCatalogue.internal_error
  return {
    code,
    message: detail ? `${detail.replace(/[^.!?]$/, '$&.')} ${known.cause}` : known.cause,
    remedy: known.remedy,
    cause,
  }
}
