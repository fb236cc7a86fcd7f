import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import { cut } from './answer-texts.ts'
import { isUnknownProvider } from './assumptions.ts'

/**
 * The call that an error is the response to: the same type means different things to a form, a mailbox, a
 * code and a wait.
 */
export type UpstreamCall =
  | 'start'
  | 'startMail'
  | 'solve'
  | 'wait'
  | 'resend'
  | 'challenge'
  | 'account'
  | 'list'
  | 'link'
  | 'webhooks'
  | 'callback'

/** A response's status, body and the header that says when to retry. */
export interface ErrorResponse {
  /** 0 if the error came in a query, which has no status. */
  readonly status: number
  readonly body: unknown
  /** Seconds. */
  readonly retryAfter?: number
}

/** What an API's error types mean. */
export interface ErrorTable {
  /** The types that mean the same in every call. */
  readonly byType: Readonly<Record<string, ErrorCode>>
  /** The same, if the call decides. */
  readonly byCall: Readonly<Partial<Record<UpstreamCall, Readonly<Record<string, ErrorCode>>>>>
  /** What a status means whose types are not documented. Default: as below. */
  readonly byStatus?: Readonly<Record<number, ErrorCode>>
  /** Whether it is the provider that a type comes from, and not Unipile. */
  readonly isProvider: (type: string) => boolean
}

const text = v.optional(v.nullable(v.string()))
const requestId = v.optional(v.union([v.string(), v.number()]))

const errorAnswer = v.looseObject({
  type: v.string(),
  title: text,
  detail: v.optional(v.unknown()),
  req_id: requestId,
  'req-id': requestId,
})

type ErrorAnswer = v.InferOutput<typeof errorAnswer>

/** The type and the detail of an error that can be read. */
export function readError(body: unknown): { type: string; detail?: string } | undefined {
  const parsed = v.safeParse(errorAnswer, body)
  if (!parsed.success) return undefined
  const { type, detail } = parsed.output
  return { type, ...(typeof detail === 'string' ? { detail: cut(detail) } : {}) }
}

/** The response as an error; a type that the table does not have is judged by its status. */
export function errorFrom(table: ErrorTable, call: UpstreamCall, response: ErrorResponse): ConnectError {
  const parsed = v.safeParse(errorAnswer, response.body)
  const answer = parsed.success ? parsed.output : undefined
  return new ConnectError(readCode(table, call, response.status, answer), {
    detail: describe(response.status, answer),
    ...(response.retryAfter === undefined ? {} : { retryAfter: response.retryAfter }),
  })
}

function readCode(
  { byCall, byType, byStatus = {}, isProvider }: ErrorTable,
  call: UpstreamCall,
  status: number,
  answer: ErrorAnswer | undefined,
): ErrorCode {
  const { type = '', detail } = answer ?? {}
  if (status === 404 || status === 405) {
    if (call === 'resend') return 'resend_not_available'
    if (call === 'challenge') return 'no_other_way'
    if (call === 'account') return 'account_not_found'
  }
  const code = codeOf(byCall[call] ?? {}, type) ?? codeOf(byType, type)
  if (code) return code
  if (call === 'start' && isUnknownProvider(status, type, typeof detail === 'string' ? detail : undefined))
    return 'provider_not_supported'
  const meant = byStatus[status]
  if (meant) return meant
  if (status === 429) return isProvider(type) ? 'provider_rate_limited' : 'upstream_rate_limited'
  if (status === 401) return isProvider(type) ? 'upstream_rejected' : 'upstream_unauthorized'
  if (status >= 500) return isProvider(type) ? 'provider_unavailable' : 'upstream_unavailable'
  return answer ? 'upstream_rejected' : 'upstream_invalid_answer'
}

/** A type comes from outside, in a callback even from the address bar: `constructor` must not match. */
function codeOf(codes: Readonly<Record<string, ErrorCode>>, type: string): ErrorCode | undefined {
  return Object.hasOwn(codes, type) ? codes[type] : undefined
}

/**
 * Describes the response to developers by its type and Unipile's request id; never by its free text, which
 * may quote the request.
 */
function describe(status: number, answer: ErrorAnswer | undefined): string {
  const { type = '' } = answer ?? {}
  const request = answer?.req_id ?? answer?.['req-id']
  const name = /^[\w./-]{1,64}$/.test(type) ? ` ${type}` : ''
  return `Unipile returned ${status || 'in the callback'}${name}${request === undefined ? '' : ` (request ${String(request).slice(0, 64)})`}.`
}
