import { describe, expect, it, vi } from 'vitest'
import { manualClock } from '../testing/index.ts'
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

describe('the session', () => {
  it.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an empty string', '', 'an empty string'],
    ['blanks', '  ', 'text that is not a token'],
    ['a line break', 'token-1\n', 'text that is not a token'],
    ['an object', { token: 'secret-token' }, 'object'],
    ['a number', 7, 'number'],
  ])('is missing when it is %s, or a function resolves to it', async (_, value, words) => {
    for (const session of [given(value), given(async () => value), given(() => value)]) {
      const { get, requests } = httpWith(() => Response.json({}), { session })
      // Without the option the session is `undefined`.
      const error = await get().catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'session_missing', detail: expect.stringContaining(words) })
      expect(String(error)).not.toContain('secret-token')
      expect(requests).toEqual([])
    }
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('401 from my api'))],
    [
      'throws',
      () => {
        throw new Error('401 from my api')
      },
    ],
  ])('is missing, with its cause, when its function %s', async (_, session) => {
    const { get } = httpWith(() => Response.json({}), { session: vi.fn(session) })
    await expect(get()).rejects.toMatchObject({
      code: 'session_missing',
      cause: { message: '401 from my api' },
    })
  })

  it('is fetched again by the next call after a failure', async () => {
    const session = vi.fn().mockRejectedValueOnce(new Error('401')).mockResolvedValue('token-2')
    const { get, requests } = httpWith(() => Response.json({}), { session })
    await expect(get()).rejects.toMatchObject({ code: 'session_missing' })
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
    ['an error of the host itself', () => html(500), 'status 500'],
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

  it.each([502, 503, 504, 521])(
    'with status %i is a backend that is down: the call is repeated',
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
        code: 'network_unreachable',
        detail: expect.stringContaining(`status ${status}`),
      })
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
