import { describe, expect, it, vi } from 'vitest'
import { ConnectError } from '../errors/index.ts'
import { type ManualClock, manualClock } from '../testing/index.ts'
import { createLane } from './call-lanes.ts'
import { createHttp, type SessionOptions } from './http.ts'

type Handler = (request: Request) => Response | Promise<Response>

const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ code, status, title: code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

const html = (status: number) =>
  new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

function httpWith(handler: Handler, options: Partial<SessionOptions> = {}) {
  const requests: Request[] = []
  const clock = manualClock()
  const http = createHttp({
    session: 'token-1',
    baseUrl: 'http://host.test/connect',
    clock,
    async fetch(input, init) {
      const request = new Request(input, init)
      requests.push(request)
      return handler(request)
    },
    ...options,
  })
  const get = (signal?: AbortSignal, repeatable = false) =>
    http.json({ method: 'GET', path: '/providers', repeatable, signal }, (body) => body)
  return { http, get, requests, clock }
}

/** What a host in plain JavaScript may pass as its session. */
const given = (value: unknown) => value as SessionOptions['session']

/** Lets the pauses before the second and the third try pass. */
async function passRetries(clock: ManualClock) {
  for (const delay of [300, 1200]) {
    const due = clock.now() + delay
    await expect.poll(() => clock.nextDue).toBe(due)
    clock.advance(delay)
  }
}

describe('the session', () => {
  it.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an empty string', '', 'an empty string'],
    ['blanks', '  ', 'text that is not a token'],
    ['a line break', 'token-1\n', 'text that is not a token'],
    ['an object', { token: 'secret-token' }, 'object'],
    ['a number', 7, 'number'],
  ])('is missing when it is %s', async (_, value, words) => {
    const { get, requests } = httpWith(() => Response.json({}), { session: given(value) })
    // Without the option the session is `undefined`.
    const error = await get().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'session_missing', detail: expect.stringContaining(words) })
    expect(String(error)).not.toContain('secret-token')
    expect(requests).toEqual([])
  })

  it.each([
    ['resolves to no token, as from an error page', async () => undefined, 'undefined'],
    ['resolves to something else', async () => ({ token: 'secret-token' }), 'object'],
    ['returns text that is not a token', () => '<!doctype html>', 'text that is not a token'],
    ['rejects', () => Promise.reject(new Error('502 from my api')), '"session" function failed'],
    [
      'throws',
      () => {
        throw new Error('502 from my api')
      },
      '"session" function failed',
    ],
  ])('is unavailable when its function %s three times', async (_, fetchToken, words) => {
    const session = vi.fn(fetchToken)
    const { get, requests, clock } = httpWith(() => Response.json({}), { session: given(session) })
    const failure = get().catch((reason: unknown) => reason)
    await passRetries(clock)
    const error = await failure
    expect(error).toMatchObject({ code: 'session_unavailable', detail: expect.stringContaining(words) })
    if (words.includes('failed')) expect(error).toMatchObject({ cause: { message: '502 from my api' } })
    expect(String(error)).not.toContain('secret-token')
    expect(session).toHaveBeenCalledTimes(3)
    expect(requests).toEqual([])
  })

  it('is fetched again after a failure, before a call that may be sent only once', async () => {
    const session = vi.fn().mockRejectedValueOnce(new Error('502')).mockResolvedValue('token-2')
    const { http, requests, clock } = httpWith(() => new Response(null, { status: 204 }), { session })
    const call = http.send({ method: 'POST', path: '/solve', repeatable: false })
    await expect.poll(() => clock.nextDue).toBe(300)
    clock.advance(300)
    await call
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-2'])
  })

  it.each([
    ['resolves to null', async () => null, 'session_expired'],
    ['returns null', () => null, 'session_expired'],
    [
      'throws an error of the kit',
      () => Promise.reject(new ConnectError('session_invalid')),
      'session_invalid',
    ],
  ])('has ended, without a repetition, when its function %s', async (_, fetchToken, code) => {
    const session = vi.fn(fetchToken)
    const { get, clock } = httpWith(() => Response.json({}), { session: given(session) })
    await expect(get(undefined, true)).rejects.toMatchObject({ code })
    expect(session).toHaveBeenCalledOnce()
    expect(clock.waiting).toBe(0)
  })

  it('is fetched again by the next call after a failure', async () => {
    const session = vi.fn(async (): Promise<string> => {
      if (session.mock.calls.length <= 3) throw new Error('502')
      return 'token-2'
    })
    const { get, requests, clock } = httpWith(() => Response.json({}), { session })
    const failure = expect(get()).rejects.toMatchObject({ code: 'session_unavailable' })
    await passRetries(clock)
    await failure
    await get()
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-2')
  })

  it('is fetched once for calls that are refused at the same time', async () => {
    let minted = 0
    const session = vi.fn(async () => `token-${++minted}`)
    const { get } = httpWith(
      ({ headers }) =>
        headers.get('authorization') === 'Bearer token-1'
          ? problem('session_expired', 401)
          : Response.json({}),
      { session },
    )
    await Promise.all([get(), get(), get()])
    expect(session).toHaveBeenCalledTimes(2)
  })
})

describe('a response that the handler did not send', () => {
  it.each([
    ["another app's page", () => html(200), 'status 200 with text/html'],
    ["another app's 404", () => html(404), 'status 404 with text/html'],
    ["another API's JSON", () => Response.json('hello'), 'status 200 with application/json'],
    ['nothing', () => new Response(null, { status: 200 }), 'status 200 with no content type'],
    [
      "another API's problem document",
      () =>
        new Response('{"type":"about:blank"}', {
          status: 404,
          headers: { 'content-type': 'application/problem+json' },
        }),
      'status 404',
    ],
  ])('names path, status and type: %s', async (_, answer, words) => {
    const { http } = httpWith(answer)
    const call = http.json({ method: 'GET', path: '/providers', repeatable: true }, (body) => {
      if (typeof body !== 'object') JSON.parse('<')
      return body
    })
    const error = await call.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unexpected_answer', detail: expect.stringContaining(words) })
    expect(String(error)).toContain('/providers')
    expect(String(error)).toContain('Is "baseUrl" right')
  })

  it('is refused as a stream, and as the response to a disconnect', async () => {
    const { http } = httpWith(() => html(200))
    const path = '/accounts/events'
    await expect(http.stream({ method: 'GET', path, repeatable: false })).rejects.toMatchObject({
      code: 'unexpected_answer',
    })
    await expect(
      http.send({ method: 'DELETE', path: '/accounts/a1', repeatable: true }),
    ).rejects.toMatchObject({ code: 'unexpected_answer' })
  })

  it.each([500, 502, 503, 504, 521])(
    'with status %i is a backend that does not work: the call is repeated',
    async (status) => {
      let isDown = true
      const { get, clock, requests } = httpWith(() => (isDown ? html(status) : Response.json({ ok: true })))
      const call = get(undefined, true)
      await expect.poll(() => clock.nextDue).toBe(300)
      isDown = false
      clock.advance(300)
      expect(await call).toEqual({ ok: true })
      expect(requests).toHaveLength(2)
      isDown = true
      await expect(get()).rejects.toMatchObject({
        code: 'server_unavailable',
        detail: expect.stringContaining(`GET /providers returned status ${status} with text/html.`),
      })
    },
  )
})

describe('an instance that shuts down', () => {
  it.each([true, false])(
    'has done nothing, so the call is sent again (repeatable: %s)',
    async (repeatable) => {
      let isDown = true
      const { http, clock, requests } = httpWith(() =>
        isDown ? problem('shutting_down', 503) : new Response(null, { status: 204 }),
      )
      const call = http.send({ method: 'POST', path: '/solve', repeatable })
      await expect.poll(() => clock.nextDue).toBe(300)
      isDown = false
      clock.advance(300)
      await call
      expect(requests).toHaveLength(2)
    },
  )
})

describe('the cause of a failure', () => {
  it('is the network only when fetch rejects, or the body is interrupted', async () => {
    const offline = httpWith(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(offline.get()).rejects.toMatchObject({ code: 'network_unreachable' })
    const cut = httpWith(() => {
      const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) })
      return new Response(body, { headers: { 'content-type': 'application/json' } })
    })
    await expect(cut.get()).rejects.toMatchObject({ code: 'network_unreachable' })
  })

  it('is the kit when its own code throws, or an API is missing', async () => {
    const bug = new TypeError('undefined is not a function')
    const { http } = httpWith(() => Response.json({}))
    const call = http.json({ method: 'GET', path: '/', repeatable: true }, () => {
      throw bug
    })
    await expect(call).rejects.toMatchObject({ code: 'internal_error', cause: bug })
    vi.stubGlobal('fetch', undefined)
    const bare = createHttp({ session: 'token-1' })
    await expect(bare.send({ method: 'DELETE', path: '/', repeatable: true })).rejects.toMatchObject({
      code: 'internal_error',
      cause: expect.any(TypeError),
    })
  })

  it.each([null, 7, 'localhost:3000/connect', 'http://'])(
    'is the setting when "baseUrl" is %j',
    async (value) => {
      const { get, requests } = httpWith(() => Response.json({}), { baseUrl: value as string })
      await expect(get()).rejects.toMatchObject({ code: 'invalid_setting' })
      expect(requests).toEqual([])
    },
  )

  it.each([
    ['https://api.example.test/connect/', 'https://api.example.test/connect/providers'],
    ['https://api.example.test/connect//', 'https://api.example.test/connect/providers'],
    ['https://api.example.test', 'https://api.example.test/providers'],
  ])('calls the handler at %s', async (baseUrl, url) => {
    const { get, requests } = httpWith(() => Response.json({}), { baseUrl })
    await get()
    expect(requests[0]?.url).toBe(url)
  })
})

describe('the end of a call', () => {
  const never = () => new Promise<never>(() => {})

  it.each<[string, Partial<SessionOptions>]>([
    ['the session is being fetched', { session: never }],
    ['a custom fetch ignores the signal', { fetch: never }],
    ['the body does not arrive', { fetch: async () => new Response(new ReadableStream()) }],
    [
      'it waits for its lane',
      { lanes: { user: createLane(0), watch: createLane(1), session: createLane(1) } },
    ],
  ])('comes at once when the caller aborts while %s, and by timeout otherwise', async (_, options) => {
    const { get, clock } = httpWith(() => Response.json({}), options)
    const left = new AbortController()
    const reason = new Error('The user has left.')
    const call = get(left.signal)
    await Promise.resolve()
    left.abort(reason)
    await expect(call).rejects.toBe(reason)

    const timesOut = expect(get()).rejects.toMatchObject({ code: 'network_timeout' })
    await expect.poll(() => clock.waiting).toBeGreaterThan(0)
    clock.advance(30_000)
    await timesOut
  })

  it('rejects with the reason when the caller has aborted before, or between two tries', async () => {
    const { get, requests, clock } = httpWith(() => Promise.reject(new TypeError('Failed to fetch')))
    const reason = { why: 'not an Error' }
    await expect(get(AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(requests).toEqual([])
    const left = new AbortController()
    const call = get(left.signal, true)
    await expect.poll(() => clock.nextDue).toBe(300)
    left.abort(reason)
    await expect(call).rejects.toBe(reason)
    expect(clock.waiting).toBe(0)
  })

  it('leaves no listener and no timer behind, in 1,000 calls with one signal', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    let count = 0
    const { get, clock } = httpWith(() => (count++ % 2 ? html(404) : Response.json({})))
    for (let call = 0; call < 1000; call++) await get(signal).catch(() => {})
    const listeners = new Set(added.mock.calls.map(([, listener]) => listener))
    for (const [, listener] of removed.mock.calls) listeners.delete(listener)
    expect(added.mock.calls.length).toBeGreaterThanOrEqual(1000)
    expect(listeners.size).toBe(0)
    expect(clock.waiting).toBe(0)
  })
})

describe('calls at once', () => {
  /** Completes the pending calls repeatedly until all calls are done. */
  async function finish(calls: Promise<unknown>[], waiting: (() => void)[]) {
    let isDone = false
    const all = Promise.all(calls).then(() => {
      isDone = true
    })
    await vi.waitFor(() => {
      for (const resolve of waiting.splice(0)) resolve()
      expect(isDone).toBe(true)
    }, 20_000)
    await all
  }

  it('are limited by the width of their lane, and calls that the user waits for have their own lane', async () => {
    const lanes = { user: createLane(3), watch: createLane(2), session: createLane(2) }
    let running = 0
    let most = 0
    const waiting: (() => void)[] = []
    const { http } = httpWith(
      async () => {
        most = Math.max(most, ++running)
        await new Promise<void>((resolve) => waiting.push(resolve))
        running--
        return Response.json({})
      },
      { lanes },
    )
    const ask = (lane: 'user' | 'watch') =>
      http.json({ method: 'GET', path: '/', repeatable: false, lane }, () => lane)
    const polls = Array.from({ length: 30 }, () => ask('watch'))
    await expect.poll(() => running).toBe(2)
    const acts = Array.from({ length: 10 }, () => ask('user'))
    await expect.poll(() => running).toBe(5)
    await finish([...polls, ...acts], waiting)
    expect(most).toBe(5)
  })

  it('fetch their sessions two at a time, however many clients there are', async () => {
    const lanes = { user: createLane(3), watch: createLane(2), session: createLane(2) }
    let running = 0
    let most = 0
    const waiting: (() => void)[] = []
    async function session() {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => waiting.push(resolve))
      running--
      return 'token-1'
    }
    const clients = Array.from({ length: 20 }, () => httpWith(() => Response.json({}), { lanes, session }))
    const calls = clients.map(({ get }) => get())
    await finish(calls, waiting)
    expect(most).toBe(2)
  })
})
