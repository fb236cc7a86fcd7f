import type { FieldError } from '@connect-account/core'
import { enFieldErrors, type FieldWords } from '../../../locales/en-field-errors.ts'

/**
 * What the server refused in the field with this label. A code without words of its own is a mistake that no user can fix, or
 * is newer than this version. `translate` replaces the English words with the host's.
 */
export function describeFieldError(
  { code, params = {} }: FieldError,
  label: string,
  translate: (words: typeof enFieldErrors) => typeof enFieldErrors,
): string {
  const { fieldErrors } = translate(enFieldErrors)
  const known: Readonly<Record<string, FieldWords>> = fieldErrors
  const words = (Object.hasOwn(known, code) && known[code]) || fieldErrors.invalid
  return typeof words === 'string' ? words : words(label, params)
}
