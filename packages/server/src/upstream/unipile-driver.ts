import { ConnectError } from '@connect-account/core/errors'
import { errors, Pool } from 'undici'
import * as v from 'valibot'
import { ANOTHER_WAY_CODE, upstreamPhone, WAITING_CODE } from './assumptions.ts'
import { readAccount, readAnswer } from './read-answer.ts'
import { startBody } from './start/start-body.ts'
import { accountAnswer, authAnswer } from './unipile-answers.ts'
import type { Upstream, UpstreamResult } from './upstream.ts'
import { type ErrorResponse, endOf, errorOf, mailRefusalOf, type UpstreamCall } from './upstream-errors.ts'

export interface UnipileSettings {
  readonly apiKey: string
  readonly apiUrl: URL
  readonly timings: {
    readonly upstreamTimeoutMs: number
    readonly mailTimeoutMs: number
    readonly waitTimeoutMs: number
  }
}

/** The longest answer that is read, in bytes. */
const MAX_ANSWER = 1_048_576

interface Call {
  readonly kind: UpstreamCall
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object
  /** Milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal
}

type Answer = { readonly ok: true; readonly body: unknown } | ({ readonly ok: false } & ErrorResponse)

/** Speaks Unipile's API v2 over pooled connections. Nothing is ever sent twice: none of these calls is safe to repeat. */
export function createUnipileDriver(settings: UnipileSettings): Upstream {
  const { upstreamTimeoutMs, mailTimeoutMs, waitTimeoutMs } = settings.timings
  const prefix = settings.apiUrl.pathname.replace(/\/$/, '')
  const pool = new Pool(settings.apiUrl.origin, {
    maxResponseSize: MAX_ANSWER,
    connect: { timeout: upstreamTimeoutMs },
    // Each call has a time-out of its own, over all of its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  })

  async function send(call: Call): Promise<Answer> {
    const timeout = AbortSignal.timeout(call.timeout)
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout
    try {
      const response = await pool.request({
        method: call.method,
        path: prefix + call.path,
        headers: {
          'x-api-key': settings.apiKey,
          accept: 'application/json',
          ...(call.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(call.body ? { body: JSON.stringify(call.body) } : {}),
        signal,
      })
      const body = parseJson(await response.body.text())
      const { statusCode: status, headers } = response
      if (status >= 200 && status < 300) return { ok: true, body }
      return { ok: false, status, body, ...readRetryAfter(headers['retry-after']) }
    } catch (cause) {
      if (call.signal?.aborted) throw cause
      throw new ConnectError(codeOfFailure(cause, timeout), { cause })
    }
  }

  async function authenticate(call: Call): Promise<UpstreamResult> {
    return read(call.kind, await send(call))
  }

  function read(kind: UpstreamCall, answer: Answer): UpstreamResult {
    if (answer.ok) return readAnswer(parse(authAnswer, answer.body))
    const end = endOf(kind, answer)
    if (end) return end
    throw errorOf(kind, answer)
  }

  function checkpoint(kind: UpstreamCall, intentId: string, code: string): Promise<UpstreamResult> {
    return authenticate({
      kind,
      method: 'POST',
      path: '/v2/auth/checkpoint',
      body: { intent_id: intentId, code },
      timeout: upstreamTimeoutMs,
    })
  }

  return {
    start(input) {
      return authenticate({
        kind: 'start',
        method: 'POST',
        path: '/v2/auth/intent',
        body: startBody(input),
        timeout: upstreamTimeoutMs,
      })
    },
    async startMail(input) {
      const answer = await send({
        kind: 'startMail',
        method: 'POST',
        path: '/v2/auth/intent',
        body: startBody(input),
        timeout: mailTimeoutMs,
      })
      const refusal = answer.ok ? undefined : mailRefusalOf(answer)
      return refusal ?? read('startMail', answer)
    },
    solve(intentId, answer) {
      return checkpoint('solve', intentId, answer.reveal())
    },
    givePhone(intentId, phone) {
      return checkpoint('solve', intentId, upstreamPhone(phone.reveal()))
    },
    async wait(intentId, signal) {
      try {
        return await authenticate({
          kind: 'wait',
          method: 'POST',
          path: '/v2/auth/checkpoint',
          body: { intent_id: intentId, code: WAITING_CODE },
          timeout: waitTimeoutMs,
          signal,
        })
      } catch (error) {
        // A held call that was given up after its time says only that nothing has happened.
        if (error instanceof ConnectError && error.code === 'upstream_timeout') return { type: 'pending' }
        throw error
      }
    },
    async resend(intentId) {
      const answer = await send({
        kind: 'resend',
        method: 'POST',
        path: '/v2/auth/checkpoint/resend',
        body: { intent_id: intentId },
        timeout: upstreamTimeoutMs,
      })
      if (!answer.ok) throw errorOf('resend', answer)
    },
    async requestChallenge(intentId, challenge) {
      try {
        return await authenticate({
          kind: 'challenge',
          method: 'POST',
          path: '/v2/auth/checkpoint/request',
          body: { intent_id: intentId, ...(challenge ? { challenge } : {}) },
          timeout: upstreamTimeoutMs,
        })
      } catch (error) {
        if (!(error instanceof ConnectError) || error.code !== 'no_other_way') throw error
        return checkpoint('challenge', intentId, challenge ?? ANOTHER_WAY_CODE)
      }
    },
    async readAccount(accountId) {
      const answer = await send({
        kind: 'account',
        method: 'GET',
        path: `/v2/accounts/${encodeURIComponent(accountId)}`,
        timeout: upstreamTimeoutMs,
      })
      if (!answer.ok) throw errorOf('account', answer)
      return readAccount(parse(accountAnswer, answer.body))
    },
    async removeAccount(accountId) {
      const answer = await send({
        kind: 'account',
        method: 'DELETE',
        path: `/v2/accounts/${encodeURIComponent(accountId)}`,
        timeout: upstreamTimeoutMs,
      })
      if (!answer.ok && answer.status !== 404) throw errorOf('account', answer)
    },
    async close() {
      await pool.destroy()
    },
  }
}

function parse<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return parsed.output
  const path = v.getDotPath(parsed.issues[0])
  throw new ConnectError('upstream_invalid_answer', {
    detail: path ? `The member "${path}" is not as expected.` : 'It is not a JSON object.',
  })
}

/** `undefined` for what is not JSON: no schema accepts it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only the form in seconds is read (RFC 9110, section 10.2.3); a date says nothing safe between two clocks. */
function readRetryAfter(header: string | string[] | undefined): { retryAfter?: number } {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? { retryAfter: Number(header) } : {}
}

function codeOfFailure(cause: unknown, timeout: AbortSignal) {
  if (timeout.aborted || cause instanceof errors.ConnectTimeoutError) return 'upstream_timeout'
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'upstream_invalid_answer'
  return 'upstream_unreachable'
}
