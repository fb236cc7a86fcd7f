import type { Field, Method } from '@connect-account/core/protocol'
import { isStorable } from '../../storable-text.ts'
import type { SignIn } from '../../store/schema.ts'

const secretTypes: ReadonlySet<Field['type']> = new Set(['password', 'cookies'])

/**
 * What may be kept of a form: the values of its fields that hold no secret and can be stored. A value without
 * a field, such as a cookie, is never kept.
 */
export function signInOf(method: Method, form: Readonly<Record<string, string>>, loginHint: string): SignIn {
  if (method.kind === 'consent' && loginHint)
    return { method: method.id, values: { [LOGIN_HINT]: loginHint } }
  const fields = method.kind === 'form' ? method.fields : []
  const open = fields.filter(({ type }) => !secretTypes.has(type))
  return {
    method: method.id,
    values: Object.fromEntries(
      open.flatMap(({ name }) => {
        const value = form[name]
        return value !== undefined && isStorable(value) ? [[name, value]] : []
      }),
    ),
  }
}

/** The name of a consent's sign-in name among the values. */
const LOGIN_HINT = 'loginHint'

/**
 * Who to suggest at the consent page of a reconnect: the sign-in name that was suggested before, or the account's
 * name, if it is an address.
 */
export function knownLoginHint(name: string | undefined, signIn: SignIn | undefined): string {
  return signIn?.values[LOGIN_HINT] ?? (name && /^[^\s@]+@[^\s@]+$/.test(name) ? name : '')
}
