import { ConnectError } from '@connect-account/core/errors'
import { errors, Pool } from 'undici'
import * as v from 'valibot'
import { toStorableJson } from '../storable-text.ts'
import type { ErrorResponse } from './upstream-errors.ts'

export interface UnipileSettings {
  readonly apiKey: string
  /** Where the API is, without the version's path. */
  readonly apiUrl: URL
  /** Any of them proves that Unipile sent a webhook. None: every webhook is refused. */
  readonly webhookSecrets?: readonly string[]
  /**
   * API v1: the providers, by the catalogue's id, whose consent page is that of the host's own OAuth client. Unipile
   * is given the tokens. Default: none.
   */
  readonly ownClients?: ReadonlySet<string>
  readonly timings: {
    readonly upstreamTimeoutMs: number
    readonly mailTimeoutMs: number
    readonly waitTimeoutMs: number
  }
}

/** One call to Unipile. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  readonly body?: object
  /** Milliseconds. Default: a plain call's time-out. */
  readonly timeout?: number
  /** Cancels the call when it aborts. */
  readonly signal?: AbortSignal
}

export type Answer =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | ({ readonly ok: false } & ErrorResponse)

/**
 * Calls Unipile over pooled connections. Nothing is ever sent twice: few of these calls are safe to repeat.
 */
export interface UnipileHttp {
  /** @throws ConnectError if there is no response. The error of a canceled call is thrown as it is. */
  send(call: Call): Promise<Answer>
  close(): Promise<void>
}

/** The longest response that is read, in bytes. */
const MAX_ANSWER = 1_048_576

const encoder = new TextEncoder()

export function createUnipileHttp({ apiKey, apiUrl, timings }: UnipileSettings): UnipileHttp {
  const prefix = apiUrl.pathname.replace(/\/$/, '')
  const pool = new Pool(apiUrl.origin, {
    maxResponseSize: MAX_ANSWER,
    connect: { timeout: timings.upstreamTimeoutMs },
    // Each call has its own time-out, which covers all of its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  })

  return {
    async send(call) {
      call.signal?.throwIfAborted()
      // A controller and a timer: `AbortSignal.timeout` and `any` weigh several times as much, and thousands
      // of calls wait here.
      const ended = new AbortController()
      const giveUp = () => ended.abort()
      call.signal?.addEventListener('abort', giveUp)
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        ended.abort()
      }, call.timeout ?? timings.upstreamTimeoutMs)
      try {
        const response = await pool.request({
          method: call.method,
          path: prefix + call.path,
          headers: {
            'x-api-key': apiKey,
            accept: 'application/json',
            ...(call.body ? { 'content-type': 'application/json' } : {}),
          },
          // In memory of its own: as text it would come from Node's pool, and each call that is held would
          // hold up a part of it.
          ...(call.body ? { body: encoder.encode(JSON.stringify(call.body)) } : {}),
          signal: ended.signal,
        })
        const body = parseJson(await response.body.text())
        const { statusCode: status, headers } = response
        if (status >= 200 && status < 300) return { ok: true, status, body }
        return { ok: false, status, body, ...readRetryAfter(headers['retry-after']) }
      } catch (cause) {
        if (call.signal?.aborted && !isLate) throw cause
        throw new ConnectError(codeOfFailure(cause, isLate), { cause })
      } finally {
        clearTimeout(timer)
        call.signal?.removeEventListener('abort', giveUp)
      }
    },
    close: () => pool.destroy(),
  }
}

/** @throws ConnectError `upstream_invalid_answer`, which names the member and never its value. */
export function parseAnswer<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return parsed.output
  const path = v.getDotPath(parsed.issues[0])
  throw new ConnectError('upstream_invalid_answer', {
    detail: path ? `The member "${path}" is not as expected.` : 'It is not a JSON object.',
  })
}

/** With texts that can be stored; `undefined` for what is not JSON, which no schema accepts. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    // JSON can have such text only in escaped form.
    return /\\u(0000|d[89a-f])/i.test(text) ? toStorableJson(value) : value
  } catch {
    return undefined
  }
}

/**
 * Only the form in seconds is read (RFC 9110, section 10.2.3); a date says nothing safe between two clocks.
 */
function readRetryAfter(header: string | string[] | undefined): { retryAfter?: number } {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? { retryAfter: Number(header) } : {}
}

function codeOfFailure(cause: unknown, isLate: boolean) {
  if (isLate || cause instanceof errors.ConnectTimeoutError) return 'upstream_timeout'
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'upstream_invalid_answer'
  return 'upstream_unreachable'
}
