import type { ErrorCode } from '@connect-account/core'
import { isOutage } from '@connect-account/core/internal'
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

/** The same for an error that goes away by itself if it is an outage. */
export function describeOutage(messages: BasicMessages, error: StepError, isOnline: boolean): string {
  if (!isOutage(error) || (isOnline && error.code === 'unexpected_answer'))
    return describeError(messages, error)
  if (!isOnline) return messages.offline
  return error.code.startsWith('network_') ? messages.outage.unreachable : messages.outage.server
}
