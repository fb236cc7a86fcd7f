import type { FieldError } from '@connect-account/core'
import type { FieldWords } from '../../locales/en.ts'
import type { BasicMessages } from '../../locales/messages.ts'

/** What is wrong with the field with this label. A code without words of its own is a mistake that no user can fix. */
export function describeFieldError(
  { fieldErrors }: Pick<BasicMessages, 'fieldErrors'>,
  { code, params = {} }: FieldError,
  label: string,
): string {
  const known: Readonly<Record<string, FieldWords>> = fieldErrors
  const words = (Object.hasOwn(known, code) && known[code]) || fieldErrors.invalid
  return typeof words === 'string' ? words : words(label, params)
}
