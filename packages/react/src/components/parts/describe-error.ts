import type { ErrorCode } from '@connect-account/core'
import type { StepError } from '../../hooks/flow/connect-step.ts'
import type { BasicMessages } from '../../locales/messages.ts'

/** The text of an error for users, with the time to wait if the error has one. */
export function describeError({ errors, retryIn }: BasicMessages, { code, retryAfter }: StepError): string {
  const texts: Partial<Record<ErrorCode, string>> = errors
  const text = texts[code] ?? errors.internal_error
  return retryAfter ? `${text} ${retryIn(retryAfter)}` : text
}
