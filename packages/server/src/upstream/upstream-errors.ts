import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import { readMailRefusal, readRestriction } from './assumptions.ts'
import { errorAnswer } from './unipile-answers.ts'
import type { MailRefusal, UpstreamResult } from './upstream.ts'

/** Which call an error answers: the same type means different things to a form, a mailbox, a code and a wait. */
export type UpstreamCall =
  | 'start'
  | 'startMail'
  | 'solve'
  | 'wait'
  | 'resend'
  | 'challenge'
  | 'account'
  | 'callback'

/** Unipile's error types that mean one thing wherever they come (wire page, "Errors"). */
const codeByType: Readonly<Record<string, ErrorCode>> = {
  'provider/invalid_credentials': 'invalid_credentials',
  'provider/invalid_checkpoint_code': 'invalid_code',
  'provider/too_many_requests': 'provider_rate_limited',
  'provider/server_error': 'provider_unavailable',
  'provider/timeout': 'provider_unavailable',
  'api/too_many_requests': 'upstream_rate_limited',
  'api/missing_authorization': 'upstream_unauthorized',
  'api/expired_authorization': 'upstream_unauthorized',
  'api/inactive_subscription': 'upstream_unauthorized',
  'api/insufficient_permissions': 'upstream_unauthorized',
  'api/proxy_error': 'proxy_failed',
  'api/proxy_auth_error': 'proxy_failed',
  'api/proxy_timeout': 'proxy_failed',
}

/** The same, where the call decides. */
const codeByCall: Readonly<Record<UpstreamCall, Readonly<Record<string, ErrorCode>>>> = {
  start: {
    // A form is all that a start carries: what the provider finds invalid in it is the credentials.
    'provider/invalid_parameters': 'invalid_credentials',
    'provider/invalid_authorization': 'invalid_credentials',
  },
  startMail: {
    'api/invalid_parameters': 'mail_settings_invalid',
    'provider/invalid_parameters': 'mail_settings_invalid',
    'provider/invalid_authorization': 'invalid_credentials',
  },
  solve: {
    // The code is all that a solve carries besides the intent's id.
    'api/invalid_parameters': 'invalid_code',
    'provider/invalid_parameters': 'invalid_code',
    'provider/unprocessable_entity': 'invalid_code',
  },
  wait: {},
  resend: {
    'api/too_many_requests': 'resend_too_soon',
    'provider/too_many_requests': 'resend_too_soon',
  },
  challenge: {
    // A provider without another way takes the request for a code.
    'provider/invalid_checkpoint_code': 'no_other_way',
    'provider/invalid_parameters': 'no_other_way',
    'provider/unprocessable_entity': 'no_other_way',
  },
  account: {},
  callback: {
    // The authorization code could not be exchanged: the user's answer was a good one.
    'provider/invalid_authorization': 'provider_unavailable',
    'api/internal_error': 'upstream_unavailable',
  },
}

/** An answer's status, body and the header that times the next attempt. */
export interface ErrorResponse {
  /** 0 where the error came in a query, which has none. */
  readonly status: number
  readonly body: unknown
  /** Seconds. */
  readonly retryAfter?: number
}

/** The end of the authentication that the answer means, if it means one. */
export function endOf(call: UpstreamCall, response: ErrorResponse): UpstreamResult | undefined {
  const parsed = v.safeParse(errorAnswer, response.body)
  if (!parsed.success) return undefined
  const { type, detail } = parsed.output
  return readEnd(call, type, response.status, typeof detail === 'string' ? detail : undefined)
}

/** What a refused start says of a mailbox's servers, if it says something of them. */
export function mailRefusalOf({ body }: ErrorResponse): MailRefusal | undefined {
  const parsed = v.safeParse(errorAnswer, body)
  const detail = parsed.success ? parsed.output.detail : undefined
  return typeof detail === 'string' ? readMailRefusal(detail) : undefined
}

/** The answer as an error; a type that this version has never seen is judged by its status. */
export function errorOf(call: UpstreamCall, response: ErrorResponse): ConnectError {
  const parsed = v.safeParse(errorAnswer, response.body)
  const type = parsed.success ? parsed.output.type : ''
  return new ConnectError(readCode(call, type, response.status, parsed.success), {
    detail: describe(type, response.status, parsed.success ? parsed.output : undefined),
    ...(response.retryAfter === undefined ? {} : { retryAfter: response.retryAfter }),
  })
}

function readEnd(
  call: UpstreamCall,
  type: string,
  status: number,
  detail: string | undefined,
): UpstreamResult | undefined {
  switch (type) {
    case 'api/already_exists':
      return { type: 'duplicate', ...(detail ? { accountId: detail } : {}) }
    case 'api/account_restricted':
    case 'api/restricted_account':
      return { type: 'restricted', ...readRestriction(detail) }
    case 'provider/account_mismatch':
      return { type: 'mismatch' }
    case 'provider/timeout':
      return call === 'wait' ? { type: 'expired' } : undefined
    case 'provider/invalid_authorization':
      return call === 'solve' || call === 'wait' || call === 'challenge' ? { type: 'declined' } : undefined
    case 'provider/invalid_checkpoint_code':
      // The placeholder was taken for a wrong code: nobody has approved yet.
      return call === 'wait' ? { type: 'pending' } : undefined
  }
  return status === 404 && (call === 'solve' || call === 'wait') ? { type: 'expired' } : undefined
}

function readCode(call: UpstreamCall, type: string, status: number, readable: boolean): ErrorCode {
  if (status === 404 || status === 405) {
    if (call === 'resend') return 'resend_not_available'
    if (call === 'challenge') return 'no_other_way'
    if (call === 'account') return 'account_not_found'
  }
  const code = codeByCall[call][type] ?? codeByType[type]
  if (code) return code
  if (status === 429) return type.startsWith('provider/') ? 'provider_rate_limited' : 'upstream_rate_limited'
  if (status === 401) return type.startsWith('provider/') ? 'upstream_rejected' : 'upstream_unauthorized'
  if (status >= 500) return type.startsWith('provider/') ? 'provider_unavailable' : 'upstream_unavailable'
  return readable ? 'upstream_rejected' : 'upstream_invalid_answer'
}

/** Names the answer for developers by its type and Unipile's request id; never by its free text, which may quote what was sent. */
function describe(
  type: string,
  status: number,
  answer: v.InferOutput<typeof errorAnswer> | undefined,
): string {
  const request = answer?.req_id ?? answer?.['req-id']
  const name = /^[\w./-]{1,64}$/.test(type) ? ` ${type}` : ''
  return `Unipile answered ${status || 'in the callback'}${name}${request === undefined ? '' : ` (request ${String(request).slice(0, 64)})`}.`
}
