import * as v from 'valibot'
import { ConnectError, isErrorCode } from '../errors/index.ts'
import { problemMediaType, problemSchema } from '../protocol/index.ts'
import { type Clock, pause } from './clock.ts'

export interface HttpOptions {
  readonly baseUrl: string
  /** The session token, or a function that fetches one; called again when one expires. */
  readonly session: string | (() => Promise<string>)
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** Milliseconds before a call is given up. */
  readonly timeout: number
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Whether a repetition does no harm: such a call is tried three times when the network fails. */
  readonly repeatable: boolean
  readonly signal?: AbortSignal | undefined
}

export interface Http {
  /** Answers the parsed body. Rejects with `ConnectError`, or with the signal's reason when the caller aborts. */
  json<T>(call: Call, schema: v.GenericSchema<unknown, T>): Promise<T>
  /** Answers the response once its status is good, its body unread. */
  open(call: Call): Promise<Response>
}

const RETRY_DELAYS = [300, 1200]

export function createHttp({ baseUrl, session, fetch, clock, timeout }: HttpOptions): Http {
  let token: Promise<string> | undefined

  async function sessionToken(): Promise<string> {
    if (typeof session === 'string') return session
    token ??= session()
    try {
      return await token
    } catch (cause) {
      token = undefined
      if (cause instanceof ConnectError) throw cause
      throw new ConnectError('session_missing', { detail: 'The "session" function rejected.', cause })
    }
  }

  async function attempt(call: Call): Promise<Response> {
    const limit = new AbortController()
    const takeBack = clock.after(timeout, () => limit.abort())
    try {
      const headers: Record<string, string> = {
        ...call.headers,
        authorization: `Bearer ${await sessionToken()}`,
      }
      if (call.body !== undefined) headers['content-type'] = 'application/json'
      return await fetch(`${baseUrl}${call.path}`, {
        method: call.method,
        headers,
        // Bearer tokens only: a cookie of the host's would make these calls forgeable.
        credentials: 'omit',
        cache: 'no-store',
        signal: call.signal ? AbortSignal.any([call.signal, limit.signal]) : limit.signal,
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      })
    } catch (cause) {
      call.signal?.throwIfAborted()
      if (cause instanceof ConnectError) throw cause
      throw new ConnectError(limit.signal.aborted ? 'network_timeout' : 'network_unreachable', { cause })
    } finally {
      takeBack()
    }
  }

  async function repeated(call: Call): Promise<Response> {
    for (const delay of call.repeatable ? RETRY_DELAYS : []) {
      try {
        return await attempt(call)
      } catch (error) {
        if (!(error instanceof ConnectError) || !error.code.startsWith('network_')) throw error
        await pause(clock, delay, call.signal ?? new AbortController().signal)
        call.signal?.throwIfAborted()
      }
    }
    return attempt(call)
  }

  async function open(call: Call): Promise<Response> {
    const response = await repeated(call)
    if (response.ok) return response
    const error = await problemOf(response)
    if (!error.code.startsWith('session_') || typeof session === 'string') throw error
    // The host refused before doing anything, so the call can be made again with a fresh token.
    token = undefined
    const again = await repeated(call)
    if (again.ok) return again
    throw await problemOf(again)
  }

  return {
    open,
    async json(call, schema) {
      const response = await open(call)
      const body: unknown = await response.json().catch((cause: unknown) => {
        call.signal?.throwIfAborted()
        throw new ConnectError('unexpected_answer', { detail: 'The answer is not JSON.', cause })
      })
      const parsed = v.safeParse(schema, body)
      if (parsed.success) return parsed.output
      throw new ConnectError('unexpected_answer', {
        detail: `${v.getDotPath(parsed.issues[0]) ?? 'answer'}: ${parsed.issues[0].message}`,
      })
    },
  }
}

async function problemOf(response: Response): Promise<ConnectError> {
  const isProblem = response.headers.get('content-type')?.startsWith(problemMediaType)
  const body: unknown = isProblem ? await response.json().catch(() => undefined) : undefined
  const parsed = v.safeParse(problemSchema, body)
  if (!parsed.success) {
    return new ConnectError('unexpected_answer', {
      detail: `Status ${response.status} without a problem document.`,
    })
  }
  const { code, detail, retryAfter, fields } = parsed.output
  return new ConnectError(isErrorCode(code) ? code : 'internal_error', {
    ...(detail !== undefined && { detail }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(fields && { fields }),
  })
}
