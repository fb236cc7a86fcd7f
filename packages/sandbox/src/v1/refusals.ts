import type { Refusal } from '../wire/refusal.ts'

/** What a refusal of the newer wire is called on API v1, where that is not the same word under `errors/`. */
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

/** A refusal as API v1 puts it: `errors/…`, in the form of RFC 7807. `path` is the call's. */
export function v1RefusalResponse(refusal: Refusal, path: string): Response {
  const [type, status] = typeOf(refusal)
  const { title, detail, retryAfter } = refusal
  return Response.json(
    { title, ...(detail !== undefined && { detail }), instance: path, type: `errors/${type}`, status },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  )
}

function typeOf({ type, status, detail = '' }: Refusal): readonly [type: string, status: number] {
  // A mail server's own refusals (`mail/mail-failure.ts`) begin with its side.
  const side = /^(imap|smtp): (?!password)/.exec(detail)?.[1]
  if (side) return [`invalid_${side}_configuration`, 401]
  return named[type] ?? [type.slice(type.indexOf('/') + 1), status]
}
