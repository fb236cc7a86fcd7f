import { toAsciiDigits, trimInvisible } from '@connect-account/core/input'
import {
  type CodeShape,
  type Field,
  type Method,
  Secret,
  type UserProxy,
} from '@connect-account/core/protocol'
import { toE164 } from './phone-number.ts'

/**
 * Normalizes the values of a form once, for the checks and for Unipile alike: no blanks or invisible
 * characters around a value, ASCII digits in a number, and E.164 for a phone number. A password stays as it is.
 */
export function tidyCredentials(
  method: Method,
  credentials: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields = method.kind === 'form' ? method.fields : []
  const byName = new Map(fields.map((field) => [field.name, field]))
  // A name that no field has belongs to the cookies of one, or is refused later.
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, tidyValue(byName.get(name)?.type, value)]),
  )
}

function tidyValue(type: Field['type'] | undefined, value: string): string {
  if (type === 'password') return value
  if (type === 'tel') return toE164(value) ?? value
  return type === 'number' ? toAsciiDigits(trimInvisible(value)) : trimInvisible(value)
}

/** Normalizes a proxy of the user's own. Its password stays as it is. */
export function tidyProxy(proxy: Secret<UserProxy>): Secret<UserProxy> {
  const { host, username, ...others } = proxy.reveal()
  return new Secret({
    ...others,
    host: trimInvisible(host),
    ...(username === undefined ? {} : { username: trimInvisible(username) }),
  })
}

/** Normalizes a code of a known format. One of an unknown format may be a password. */
export function tidyCode({ format }: CodeShape, answer: Secret<string>): Secret<string> {
  const isCode = format === 'digits' || format === 'alphanumeric'
  return isCode ? new Secret(toAsciiDigits(trimInvisible(answer.reveal()))) : answer
}
