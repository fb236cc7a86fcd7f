import { errorCodeOf } from '../errors/codes.ts'
import { asConnectError, ConnectError } from '../errors/connect-error.ts'
import { problemMediaType, readProblem } from '../protocol/problem.ts'
import { MisreadError } from '../protocol/reader.ts'
import { abortWith, orAborted } from './abort.ts'
import { type CallLanes, defaultLanes } from './call-lanes.ts'
import { type Clock, pause, systemClock } from './clock.ts'

/** How a client reaches the host. */
export interface SessionOptions {
  /**
   * The session token that the host minted, or a function that fetches one; it is called again when one expires. One that does not
   * answer within 15 seconds fails the call with `network_timeout`; one that rejects, or gives no token, with `session_missing`.
   */
  readonly session: string | (() => Promise<string>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch
  /** Default: the system's. */
  readonly clock?: Clock
  /** Milliseconds before a call is given up. Default: 30 000. */
  readonly timeout?: number
  /** How many calls may run at once. Default: what the clients of a browser's page share; no limit elsewhere. */
  readonly lanes?: CallLanes
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Whether a repetition does no harm: such a call is tried three times when the network fails. */
  readonly repeatable: boolean
  /** Default: `user`. An event stream is in none: the page's `StreamSlot` limits it. */
  readonly lane?: 'user' | 'watch' | 'none'
  readonly signal?: AbortSignal | undefined
}

/** Each call rejects with a `ConnectError`, or with the signal's reason when the caller aborts. */
export interface Http {
  readonly clock: Clock
  /** Resolves to what `read` makes of the body. */
  json<T>(call: Call, read: (body: unknown) => T): Promise<T>
  /** Resolves once the server has done it. */
  send(call: Call): Promise<void>
  /** Resolves to an event stream's body, unread. */
  stream(call: Call): Promise<ReadableStream<Uint8Array>>
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
  lanes = defaultLanes(),
}: SessionOptions): Http {
  let token: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    if (typeof session !== 'function') return checkedToken(session)
    const leave = await lanes.session.enter()
    const isOver = new AbortController()
    const tooLate = pause(clock, SESSION_TIMEOUT, isOver.signal).then(() => {
      throw new ConnectError('network_timeout', { detail: 'The "session" function did not answer.' })
    })
    try {
      return checkedToken(await Promise.race([(async () => session())(), tooLate]))
    } catch (cause) {
      if (cause instanceof ConnectError) throw cause
      throw new ConnectError('session_missing', { detail: 'The "session" function failed.', cause })
    } finally {
      isOver.abort()
      leave()
    }
  }

  function currentToken(): Promise<string> {
    token ??= fetchToken().catch((error: unknown) => {
      token = undefined
      throw error
    })
    return token
  }

  async function exchange<T>(
    { method, path, body, headers, lane = 'user' }: Call,
    bearer: string,
    signal: AbortSignal,
    use: (response: Response) => Promise<T>,
  ): Promise<T> {
    const leave = lane === 'none' ? undefined : await lanes[lane].enter(signal)
    try {
      const sent = fetch(checkedBase(baseUrl) + path, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          authorization: `Bearer ${bearer}`,
        },
        // Bearer tokens only: a cookie of the host's would make these calls forgeable.
        credentials: 'omit',
        cache: 'no-store',
        signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const response = await sent.catch(unreachable)
      if (response.ok) return await use(response)
      throw await problemOf(response, method, path)
    } finally {
      leave?.()
    }
  }

  async function withSession<T>(
    call: Call,
    signal: AbortSignal,
    use: (response: Response) => Promise<T>,
  ): Promise<T> {
    for (let mayRenew = typeof session === 'function'; ; mayRenew = false) {
      const used = currentToken()
      const bearer = await used
      try {
        return await exchange(call, bearer, signal, use)
      } catch (error) {
        // The host refused before doing anything, so the call can be made again with a fresh token.
        if (!mayRenew || !hasCode(error, 'session_')) throw error
        if (token === used) token = undefined
      }
    }
  }

  async function attempt<T>(call: Call, use: (response: Response) => Promise<T>): Promise<T> {
    const { controller, release } = abortWith(call.signal)
    const cancelTimer = clock.after(timeout, () => controller.abort(new ConnectError('network_timeout')))
    try {
      return await orAborted(controller.signal, withSession(call, controller.signal, use))
    } finally {
      cancelTimer()
      // The body of a stream ends with its signal, which nobody keeps for longer.
      if (call.lane !== 'none') release()
    }
  }

  async function request<T>(call: Call, use: (response: Response) => Promise<T>): Promise<T> {
    const { signal } = call
    const delays = call.repeatable ? [...RETRY_DELAYS] : []
    while (true) {
      signal?.throwIfAborted()
      try {
        return await attempt(call, use)
      } catch (error) {
        signal?.throwIfAborted()
        const delay = hasCode(error, 'network_') ? delays.shift() : undefined
        if (delay === undefined) throw asConnectError(error)
        await pause(clock, delay, signal)
      }
    }
  }

  return {
    clock,
    json: (call, read) =>
      request(call, async (response) => {
        const text = await response.text().catch(unreachable)
        try {
          return read(JSON.parse(text))
        } catch (cause) {
          if (!(cause instanceof MisreadError || cause instanceof SyntaxError)) throw cause
          throw unexpected(response, call.method, call.path, cause)
        }
      }),
    send: (call) =>
      request(call, async (response) => {
        if (response.status !== 204) throw unexpected(response, call.method, call.path)
      }),
    stream: (call) =>
      request(call, async (response) => {
        if (response.body && mediaTypeOf(response) === 'text/event-stream') return response.body
        throw unexpected(response, call.method, call.path)
      }),
  }
}

const tokenPattern = /^[\x21-\x7e]+$/

/** A host in plain JavaScript may give anything. The error never holds the value. */
function checkedToken(value: unknown): string {
  if (typeof value === 'string' && tokenPattern.test(value)) return value
  const given =
    typeof value !== 'string'
      ? String(value === null ? null : typeof value)
      : value
        ? 'text that is no token'
        : 'an empty string'
  throw new ConnectError('session_missing', {
    detail: `"session" must be the token that the back end minted, or a function that resolves to it; it gave ${given}.`,
  })
}

function checkedBase(baseUrl: unknown): string {
  try {
    if (typeof baseUrl === 'string' && /^https?:$/.test(new URL(baseUrl, 'http://localhost').protocol)) {
      return baseUrl.replace(/\/+$/, '')
    }
  } catch {
    // Not an address, as below.
  }
  throw new ConnectError('invalid_setting', {
    detail: '"baseUrl" must be a path such as "/connect", or an address that begins with "https://".',
  })
}

function hasCode(error: unknown, start: string): boolean {
  return error instanceof ConnectError && error.code.startsWith(start)
}

function unreachable(cause: unknown): never {
  throw new ConnectError('network_unreachable', { cause })
}

function mediaTypeOf(response: Response): string {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || 'no content type'
}

/** What happened, for logs: `GET /connect/providers returned status 200 with text/html.` */
function describe(response: Response, method: string, path: string): string {
  // Where a redirect led, if there was one.
  const at = response.url ? new URL(response.url).pathname : path
  return `${method} ${at} returned status ${response.status} with ${mediaTypeOf(response)}.`
}

function unexpected(response: Response, method: string, path: string, cause?: unknown): ConnectError {
  const misread = cause instanceof MisreadError ? ` ${cause.message}` : ''
  const detail = `${describe(response, method, path)}${misread} Is "baseUrl" right, and is the handler mounted there?`
  return new ConnectError('unexpected_answer', { detail, cause })
}

/** Statuses of a proxy that did not reach the handler; Cloudflare has its own from 520 on. */
const isFromProxy = (status: number) => (status >= 502 && status <= 504) || (status >= 520 && status <= 530)

async function problemOf(response: Response, method: string, path: string): Promise<ConnectError> {
  if (mediaTypeOf(response) === problemMediaType) {
    const text = await response.text().catch(unreachable)
    try {
      const { code, ...details } = readProblem(JSON.parse(text))
      return new ConnectError(errorCodeOf(code), details)
    } catch (cause) {
      if (!isFromProxy(response.status)) return unexpected(response, method, path, cause)
    }
  }
  if (!isFromProxy(response.status)) return unexpected(response, method, path)
  return new ConnectError('network_unreachable', {
    detail: `${describe(response, method, path)} A proxy could not reach the back end.`,
  })
}
