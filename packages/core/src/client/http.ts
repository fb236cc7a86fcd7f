import { asConnectError, ConnectError } from '../errors/connect-error.ts'
import { MisreadError } from '../protocol/reader.ts'
import { abortWith, orAborted } from './abort.ts'
import { type CallLanes, defaultLanes } from './call-lanes.ts'
import { type Clock, pause, systemClock } from './clock.ts'
import type { SessionFailure } from './failures.ts'
import { unreachable } from './unreachable.ts'

/** How a client reaches the host. */
export interface SessionOptions {
  /**
   * The session token that the host minted, or a function that fetches one; it is called again when a token
   * expires. `null`, or a `ConnectError` that the function throws, says that nobody is signed in: the call
   * fails with `session_expired`, or with that error. Anything else that is not a token is a failure of the
   * host: the function is called up to three times, then the call fails with `session_unavailable`, or with
   * `network_timeout` if the function does not settle within 15 seconds.
   */
  readonly session: string | (() => Promise<string | null>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch
  /** Default: the system's. */
  readonly clock?: Clock
  /** Milliseconds until a call times out. Default: 30 000. */
  readonly timeout?: number
  /**
   * How many calls may run at once. Default: the lanes that all clients of a page share; no limit outside a
   * browser.
   */
  readonly lanes?: CallLanes
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Whether the call may be repeated: if so, it is tried up to three times when the network or the server fails. */
  readonly repeatable: boolean
  /** Default: `user`. An event stream uses no lane: the page's `StreamSlot` limits it. */
  readonly lane?: 'user' | 'watch' | 'none'
  readonly signal?: AbortSignal | undefined
}

/** Each call rejects with a `ConnectError`, or with the signal's reason when the caller aborts. */
export interface Http {
  readonly clock: Clock
  /** Resolves to the body, read by `read`. */
  json<T>(call: Call, read: (body: unknown) => T): Promise<T>
  /** Resolves once the server has responded. */
  send(call: Call): Promise<void>
  /** Resolves to an event stream's body, unread. */
  stream(call: Call): Promise<ReadableStream<Uint8Array>>
}

const RETRY_DELAYS = [300, 1200]
/** Milliseconds that the `session` function has to return a token. */
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

  async function askHost(ask: () => Promise<unknown>): Promise<string> {
    const leave = await lanes.session.enter()
    const settled = new AbortController()
    const timedOut = pause(clock, SESSION_TIMEOUT, settled.signal).then(() => {
      throw new ConnectError('network_timeout', { detail: 'The "session" function did not settle in time.' })
    })
    try {
      const given = await Promise.race([(async () => ask())(), timedOut])
      if (given === null) throw new ConnectError('session_expired', { detail: 'The "session" is null.' })
      return await checkedToken(given, 'session_unavailable')
    } catch (cause) {
      if (cause instanceof ConnectError) throw cause
      throw new ConnectError('session_unavailable', { detail: 'The "session" function failed.', cause })
    } finally {
      settled.abort()
      leave()
    }
  }

  async function fetchToken(): Promise<string> {
    if (typeof session !== 'function') return checkedToken(session, 'session_missing')
    const delays = [...RETRY_DELAYS]
    while (true) {
      try {
        return await askHost(session)
      } catch (error) {
        const delay = hasCode(error, 'session_unavailable') ? delays.shift() : undefined
        if (delay === undefined) throw error
        await pause(clock, delay)
      }
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
    { bearer, mayRenew }: { readonly bearer: string; readonly mayRenew: boolean },
    signal: AbortSignal,
    use: (response: Response) => Promise<T>,
  ): Promise<T> {
    const leave = lane === 'none' ? undefined : await lanes[lane].enter(signal)
    try {
      const sent = fetch((await checkedBase(baseUrl)) + path, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          authorization: `Bearer ${bearer}`,
        },
        // Bearer tokens only: with a cookie of the host, other sites could forge these calls.
        credentials: 'omit',
        cache: 'no-store',
        // Who cancels may close the tab at once.
        keepalive: method === 'DELETE',
        signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const response = await sent.catch(unreachable)
      if (response.ok) return await use(response)
      if (mayRenew && (await isSessionRefused(response))) throw new ConnectError('session_expired')
      const { refusalOf } = await failures()
      throw await refusalOf(response, method, path)
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
        return await exchange(call, { bearer, mayRenew }, signal, use)
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
      // The body of a stream ends with its signal, so the listener stays.
      if (call.lane !== 'none') release()
    }
  }

  async function request<T>(call: Call, use: (response: Response) => Promise<T>): Promise<T> {
    const { signal } = call
    const delays = [...RETRY_DELAYS]
    while (true) {
      signal?.throwIfAborted()
      try {
        return await attempt(call, use)
      } catch (error) {
        signal?.throwIfAborted()
        const delay = mayRepeat(call, error) ? delays.shift() : undefined
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
          throw await unexpected(response, call, cause)
        }
      }),
    send: (call) =>
      request(call, async (response) => {
        if (response.status !== 204) throw await unexpected(response, call)
      }),
    stream: (call) =>
      request(call, async (response) => {
        if (response.body && /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? ''))
          return response.body
        throw await unexpected(response, call)
      }),
  }
}

/** A separate chunk, because only failures need it. */
const failures = () => import('./failures.ts').catch(unreachable)

async function unexpected(response: Response, { method, path }: Call, cause?: unknown) {
  return (await failures()).unexpected(response, method, path, cause)
}

/** A host in plain JavaScript may pass anything. */
async function checkedToken(value: unknown, code: SessionFailure): Promise<string> {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value
  throw (await failures()).invalidToken(value, code)
}

async function checkedBase(baseUrl: unknown): Promise<string> {
  try {
    if (typeof baseUrl === 'string' && /^https?:$/.test(new URL(baseUrl, 'http://localhost').protocol)) {
      return baseUrl.replace(/\/+$/, '')
    }
  } catch {
    // `baseUrl` cannot be parsed: the error below reports it.
  }
  throw (await failures()).invalidBase()
}

function mayRepeat({ repeatable }: Call, error: unknown): boolean {
  // An instance that shuts down has done nothing.
  if (hasCode(error, 'shutting_down')) return true
  return repeatable && (hasCode(error, 'network_') || hasCode(error, 'server_unavailable'))
}

function hasCode(error: unknown, start: string): boolean {
  return error instanceof ConnectError && error.code.startsWith(start)
}

/**
 * Whether the session was refused, and not the credentials that the user typed. Loads no chunk, so that it
 * also works in a tab that is older than the deployment.
 */
async function isSessionRefused(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const text = await response.clone().text().catch(unreachable)
  return /"code":\s*"session_/.test(text)
}
