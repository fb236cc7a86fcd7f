import { type ConnectError, type ErrorCode, errorCatalogue } from '@connect-account/core/errors'
import type { OutcomeOf } from '@connect-account/core/protocol'

/** Failures that end this intent, although a new start with a better answer can succeed. */
const curable: ReadonlySet<ErrorCode> = new Set([
  'invalid_credentials',
  'invalid_code',
  'invalid_phone',
  'captcha_rejected',
  'approval_declined',
  'consent_denied',
  'mail_settings_needed',
  'mail_settings_invalid',
  'app_password_needed',
])

export function failedStep({ code, detail }: Pick<ConnectError, 'code' | 'detail'>): OutcomeOf<'failed'> {
  return {
    type: 'failed',
    error: { code, ...(detail ? { detail } : {}) },
    retryable: errorCatalogue[code].retryable || curable.has(code),
  }
}
