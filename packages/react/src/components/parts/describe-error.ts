import type { ErrorCode } from '@connect-account/core'
import type { StepError } from '../../hooks/flow/connect-step.ts'
import type { BasicMessages } from '../../locales/messages.ts'

const limits: readonly ErrorCode[] = ['rate_limited', 'provider_rate_limited', 'resend_too_soon']

/** The text of an error for users, with the time to wait if the error has one. */
export function describeError(messages: BasicMessages, { code, retryAfter }: StepError): string {
  const { errors, retryIn, tooOftenFor } = messages
  if (retryAfter && limits.includes(code)) return tooOftenFor(retryAfter)
  const texts: Partial<Record<ErrorCode, string>> = errors
  const text = texts[code] ?? errors.internal_error
  return retryAfter ? `${text} ${retryIn(retryAfter)}` : text
}
