import { ConnectError, type UserFieldErrorCode } from '@connect-account/core/errors'
import type { Method } from '@connect-account/core/protocol'

/**
 * Names the field that the provider refused, if the method leaves no doubt: a form of pasted cookies has no
 * name and no password that could be wrong.
 */
export function atRefusedField(error: unknown, method: Method): unknown {
  if (!(error instanceof ConnectError) || error.code !== 'invalid_credentials' || error.fields) return error
  const cookies = method.kind === 'form' ? method.fields.find(({ type }) => type === 'cookies') : undefined
  if (!cookies) return error
  const code: UserFieldErrorCode = 'cookie_refused'
  return new ConnectError(error.code, {
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    fields: [{ name: cookies.name, code }],
    cause: error,
  })
}
