import type { Refusal } from '../wire/refusal.ts'

/** API v1's types and statuses of refusals, unless they are the same as on API v2. */
const named: Readonly<Record<string, readonly [type: string, status: number]>> = {
  'api/missing_authorization': ['missing_credentials', 401],
  'api/expired_authorization': ['missing_credentials', 401],
  'provider/invalid_checkpoint_code': ['invalid_checkpoint_solution', 401],
  'provider/invalid_authorization': ['checkpoint_error', 401],
  'provider/account_mismatch': ['wrong_account', 401],
  'provider/method_not_allowed': ['feature_not_implemented', 501],
  'api/not_implemented': ['feature_not_implemented', 501],
  'provider/server_error': ['provider_error', 500],
  'provider/timeout': ['request_timeout', 504],
  'api/proxy_timeout': ['request_timeout', 504],
  'api/internal_error': ['unexpected_error', 500],
}

/** Returns a refusal in API v1's format: `errors/…`, by RFC 7807. `path` is the call's. */
export function v1RefusalResponse(refusal: Refusal, path: string): Response {
  const [type, status] = typeOf(refusal)
  const { title, detail, retryAfter } = refusal
  return Response.json(
    { title, ...(detail !== undefined && { detail }), instance: path, type: `errors/${type}`, status },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  )
}

function typeOf({ type, status, detail = '' }: Refusal): readonly [type: string, status: number] {
  // The detail of a mail server's refusal (`mail/mail-failure.ts`) starts with its side.
  const side = /^(imap|smtp): (?!password)/.exec(detail)?.[1]
  if (side) return [`invalid_${side}_configuration`, 401]
  return named[type] ?? [type.slice(type.indexOf('/') + 1), status]
}
