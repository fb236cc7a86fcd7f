import { ConnectError, errorCodeOf } from '../errors/index.ts'
import { problemMediaType, readProblem } from '../protocol/index.ts'
import { type Clock, pause, systemClock } from './clock.ts'

/** How a client reaches the host. */
export interface SessionOptions {
  /** The session token that the host minted, or a function that fetches one; it is called again when one expires. One that does not answer within 15 seconds fails the call with `network_timeout`. */
  readonly session: string | (() => Promise<string>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch
  /** Default: the system's. */
  readonly clock?: Clock
  /** Milliseconds before a call is given up. Default: 30 000. */
  readonly timeout?: number
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Whether a repetition does no harm: such a call is tried three times when the network fails. */
  readonly repeatable: boolean
  readonly signal?: AbortSignal | undefined
}

export interface Http {
  readonly clock: Clock
  /** Answers what `read` makes of the body. Rejects with `ConnectError`, or with the signal's reason when the caller aborts. */
  json<T>(call: Call, read: (body: unknown) => T): Promise<T>
  /** Answers the response once its status is good, its body unread. */
  open(call: Call): Promise<Response>
}

const RETRY_DELAYS = [300, 1200]
/** Milliseconds that the host has to answer with a session token. */
const SESSION_TIMEOUT = 15_000

export function createHttp({
  session,
  baseUrl = '/connect',
  fetch = (...args) => globalThis.fetch(...args),
  clock = systemClock,
  timeout = 30_000,
}: SessionOptions): Http {
  const root = baseUrl.replace(/\/$/, '')
  let token: Promise<string> | undefined

  async function sessionToken(): Promise<string> {
    if (typeof session === 'string') return session
    if (!token) {
      const answered = new AbortController()
      const tooLate = pause(clock, SESSION_TIMEOUT, answered.signal).then(() => {
        throw new ConnectError('network_timeout')
      })
      token = Promise.race([session(), tooLate]).finally(() => answered.abort())
    }
    try {
      return await token
    } catch (cause) {
      token = undefined
      throw cause instanceof ConnectError ? cause : new ConnectError('session_missing', { cause })
    }
  }

  async function attempt({ method, path, body, headers, signal }: Call): Promise<Response> {
    const limit = new AbortController()
    const takeBack = clock.after(timeout, () => limit.abort())
    try {
      return await fetch(root + path, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          authorization: `Bearer ${await sessionToken()}`,
        },
        // Bearer tokens only: a cookie of the host's would make these calls forgeable.
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any(signal ? [signal, limit.signal] : [limit.signal]),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      signal?.throwIfAborted()
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
        if (!(error instanceof ConnectError && error.code.startsWith('network_'))) throw error
        await pause(clock, delay, call.signal)
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
    clock,
    open,
    async json(call, read) {
      const response = await open(call)
      try {
        return read(await response.json())
      } catch (cause) {
        call.signal?.throwIfAborted()
        throw new ConnectError('unexpected_answer', { detail: String(cause), cause })
      }
    },
  }
}

async function problemOf(response: Response): Promise<ConnectError> {
  try {
    if (!response.headers.get('content-type')?.startsWith(problemMediaType)) throw response.status
    const { code, ...details } = readProblem(await response.json())
    return new ConnectError(errorCodeOf(code), details)
  } catch (cause) {
    return new ConnectError('unexpected_answer', {
      detail: `Status ${response.status}`,
      cause,
    })
  }
}
