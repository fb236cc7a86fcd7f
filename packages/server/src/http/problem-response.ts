import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { type Problem, problemMediaType } from '@connect-account/core/protocol'

/** The members that RFC 9457 itself registers; our browser code uses `code` only. */
interface RegisteredMembers {
  readonly type: string
  readonly title: string
  readonly status: number
}

/** An error as a problem document (RFC 9457). Any other error says nothing but `internal_error`. */
export function problemResponse(thrown: unknown, headers: Record<string, string> = {}): Response {
  const error = thrown instanceof ConnectError ? thrown : new ConnectError('internal_error')
  const { status, title } = errorCatalogue[error.code]
  const problem: Problem & RegisteredMembers = {
    type: `urn:connect-account:error:${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail ? { detail: error.detail } : {}),
    ...(error.fields ? { fields: [...error.fields] } : {}),
    ...(error.method ? { method: error.method } : {}),
    ...(error.prefill ? { prefill: { ...error.prefill } } : {}),
    ...(error.helpUrl ? { helpUrl: error.helpUrl } : {}),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': problemMediaType,
      'cache-control': 'no-store',
      // RFC 9110, section 11.6.1: a 401 names how to authenticate.
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(error.retryAfter === undefined ? {} : { 'retry-after': String(error.retryAfter) }),
      ...headers,
    },
  })
}
