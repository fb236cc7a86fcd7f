import type { FieldError } from '@connect-account/core'
import type { FieldWords } from '../../locales/en.ts'
import type { BasicMessages } from '../../locales/messages.ts'

/**
 * The text of a field's error. A code that a user can't fix has no text of its own and reads as `invalid`.
 */
export function describeFieldError(
  { fieldErrors }: Pick<BasicMessages, 'fieldErrors'>,
  { code, params = {} }: FieldError,
  label: string,
): string {
  const known: Readonly<Record<string, FieldWords>> = fieldErrors
  const words = (Object.hasOwn(known, code) && known[code]) || fieldErrors.invalid
  return typeof words === 'string' ? words : words(label, params)
}
