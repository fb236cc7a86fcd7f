import type { FieldError } from '@connect-account/core'
import { enFieldErrors, type FieldWords } from '../../../locales/en-field-errors.ts'

/**
 * The text of a field's error. A code that a user can't fix has no text of its own and reads as `invalid`.
 *
 * @param name What sentences call the field.
 * @param translate Replaces the English text with the host's.
 */
export function describeFieldError(
  { code, params = {} }: FieldError,
  name: string,
  translate: (words: typeof enFieldErrors) => typeof enFieldErrors,
): string {
  const { fieldErrors } = translate(enFieldErrors)
  const known: Readonly<Record<string, FieldWords>> = fieldErrors
  const words = (Object.hasOwn(known, code) && known[code]) || fieldErrors.invalid
  return typeof words === 'string' ? words : words(name, params)
}
