import { describe, expect, it, vi } from 'vitest'
import { type Intent, Secret, type Step, type Watcher } from '../protocol/index.ts'
import { manualClock, sampleIntent, sampleProvider } from '../testing/index.ts'
import { manualTabs } from '../testing/manual-tabs.ts'
import { type ClientOptions, createConnectClient } from './connect-client.ts'

type Handler = (request: Request) => Response | Promise<Response>

const otp: Step = { type: 'otp', id: 'c1', format: 'digits', length: 6 }
const linked: Step = { type: 'canceled' }

const json = (body: unknown, status = 200) => Response.json(body, { status })
const problem = (code: string, status: number, more = {}) =>
  new Response(JSON.stringify({ code, status, title: code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

/** A client whose host responds with `handlers`, one per request; the last one repeats. */
function clientWith(handlers: Handler[], options: Partial<ClientOptions> = {}) {
  const requests: Request[] = []
  const clock = manualClock()
  const tab = manualTabs().open()
  const client = createConnectClient({
    session: 'token-1',
    baseUrl: 'http://host.test/connect/',
    clock,
    random: () => 0,
    page: tab.page,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      requests.push(request)
      const handler = handlers[Math.min(requests.length, handlers.length) - 1]
      if (!handler) throw new Error('No handler.')
      return await new Promise<Response>((resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason))
        Promise.resolve(handler(request)).then(resolve, reject)
      })
    },
    ...options,
  })
  return { client, requests, clock, tab }
}

const offline: Handler = () => {
  throw new TypeError('Failed to fetch')
}

describe('calls', () => {
  it('sends the session and parses the response', async () => {
    const { client, requests } = clientWith([() => json({ providers: [sampleProvider('linkedin')] })])
    expect(await client.listProviders()).toEqual([sampleProvider('linkedin')])
    expect(requests[0]?.url).toBe('http://host.test/connect/providers')
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-1')
    expect(requests[0]?.credentials).toBe('omit')
  })

  it('times out a session function that never settles, and calls it again', async () => {
    const session = vi.fn(() => new Promise<string>(() => {}))
    const { client, clock, requests } = clientWith([], { session })
    const call = client.listProviders()
    const failure = expect(call).rejects.toMatchObject({ code: 'network_timeout' })
    for (const pause of [15_000, 300, 15_000, 1200, 15_000]) {
      await expect.poll(() => clock.nextDue).toBe(clock.now() + pause)
      clock.advance(pause)
    }
    await failure
    expect(session).toHaveBeenCalledTimes(3)
    expect(requests).toEqual([])
    expect(clock.waiting).toBe(0)
  })

  it('starts an intent with the key of the attempt, with the credentials in the body only', async () => {
    const { client, requests } = clientWith([() => json(sampleIntent(otp), 201)])
    await client.startIntent({
      provider: 'linkedin',
      method: 'credentials',
      idempotencyKey: 'key-1',
      credentials: new Secret({ username: 'anna', password: 'hunter2' }),
    })
    expect(requests[0]?.headers.get('idempotency-key')).toBe('key-1')
    expect(requests[0]?.url).not.toContain('hunter2')
    expect(await requests[0]?.json()).toEqual({
      provider: 'linkedin',
      method: 'credentials',
      credentials: { username: 'anna', password: 'hunter2' },
    })
  })

  it('turns a problem document into an error with its fields and waiting time', async () => {
    const fields = [{ name: 'username', code: 'required', params: { label: 'Name' } }]
    const { client } = clientWith([() => problem('invalid_request', 400, { fields, retryAfter: 3 })])
    await expect(client.getIntent('i')).rejects.toMatchObject({
      code: 'invalid_request',
      fields,
      retryAfter: 3,
    })
  })

  it.each([
    ['a code of a newer server', () => problem('brand_new', 400), 'brand_new'],
    ["another app's error page", () => new Response('<html>', { status: 404 }), 'unexpected_answer'],
    ['a response that is not JSON', () => new Response('<html>'), 'unexpected_answer'],
    ['a response of another shape', () => json({ id: 1 }), 'unexpected_answer'],
  ])('survives %s', async (_, handler, code) => {
    const { client } = clientWith([handler])
    await expect(client.getIntent('i')).rejects.toMatchObject({ code })
  })

  it('keeps the session when the provider refuses the credentials, and sends nothing twice', async () => {
    const session = vi.fn(async () => 'token')
    const refused = () => problem('invalid_credentials', 401)
    const { client, requests } = clientWith([refused, () => json(sampleIntent(otp))], { session })
    const start = client.startIntent({ provider: 'linkedin', method: 'credentials', idempotencyKey: 'key' })
    await expect(start).rejects.toMatchObject({ code: 'invalid_credentials' })
    expect(requests).toHaveLength(1)
    expect(session).toHaveBeenCalledOnce()
  })

  it('fetches a new session once when the old one has expired', async () => {
    const tokens = ['old', 'new']
    const session = vi.fn(async () => tokens.shift() ?? 'none')
    const { client, requests } = clientWith(
      [() => problem('session_expired', 401), () => json(sampleIntent(otp))],
      {
        session,
      },
    )
    await client.getIntent('i')
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual([
      'Bearer old',
      'Bearer new',
    ])
    expect(session).toHaveBeenCalledTimes(2)
  })

  it('reports a session that cannot be fetched', async () => {
    const { client, clock } = clientWith([], { session: async () => Promise.reject(new Error('502')) })
    const failure = expect(client.getIntent('i')).rejects.toMatchObject({ code: 'session_unavailable' })
    for (const pause of [300, 1200]) {
      await expect.poll(() => clock.nextDue).toBe(clock.now() + pause)
      clock.advance(pause)
    }
    await failure
  })

  it('repeats a repeatable call when the network fails, and rejects after three tries', async () => {
    const { client, requests, clock } = clientWith([offline, () => json(sampleIntent(otp))])
    const call = client.getIntent('i')
    await expect.poll(() => clock.nextDue).toBe(300)
    clock.advance(300)
    await call
    expect(requests).toHaveLength(2)

    const dead = clientWith([offline])
    const failing = expect(dead.client.getIntent('i')).rejects.toMatchObject({ code: 'network_unreachable' })
    for (const due of [300, 1500]) {
      await expect.poll(() => dead.clock.nextDue).toBe(due)
      dead.clock.advance(due - dead.clock.now())
    }
    await failing
    expect(dead.requests).toHaveLength(3)
  })

  it('repeats a cancel in the background until it arrives, and keeps it alive when the page closes', async () => {
    const { client, requests, clock } = clientWith([
      offline,
      offline,
      offline,
      offline,
      () => json(sampleIntent(otp)),
    ])
    const failure = expect(client.cancel('key:a')).rejects.toMatchObject({ code: 'network_unreachable' })
    for (const pause of [300, 1200]) {
      await expect.poll(() => clock.nextDue).toBe(clock.now() + pause)
      clock.advance(pause)
    }
    await failure
    for (const pause of [2_000, 300]) {
      await expect.poll(() => clock.nextDue).toBe(clock.now() + pause)
      clock.advance(pause)
    }
    await expect.poll(() => requests).toHaveLength(5)
    for (const request of requests) {
      expect([request.method, request.url]).toEqual(['DELETE', 'http://host.test/connect/intents/key%3Aa'])
      expect(request.keepalive).toBe(true)
    }
    await expect.poll(() => clock.waiting).toBe(0)
  })

  it('never repeats an answer to a checkpoint', async () => {
    const { client, requests } = clientWith([offline])
    const solving = client.solve('i', { checkpoint: 'c1', answer: new Secret('123456') })
    await expect(solving).rejects.toMatchObject({ code: 'network_unreachable' })
    expect(requests).toHaveLength(1)
  })

  it('times out a call that has no response', async () => {
    const { client, clock } = clientWith([() => new Promise<Response>(() => {})])
    const solving = expect(client.resend('i')).rejects.toMatchObject({ code: 'network_timeout' })
    await expect.poll(() => clock.waiting).toBe(1)
    clock.advance(30_000)
    await solving
  })
})

describe('watching', () => {
  /** A stream that a test writes to. */
  function eventStream() {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(streamController) {
        controller = streamController
      },
    })
    const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text))
    return {
      handler: () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
      send: (intent: Intent) =>
        write(`id: ${intent.revision}\nevent: intent\ndata: ${JSON.stringify(intent)}\n\n`),
      beat: () => write(': beat\n\n'),
      close: () => controller?.close(),
    }
  }

  function watcher() {
    const seen: number[] = []
    const statuses: string[] = []
    const errors: string[] = []
    const it: Watcher = {
      onIntent: ({ revision }) => seen.push(revision),
      onStatus: (status) => statuses.push(status),
      onError: ({ code }) => errors.push(code),
    }
    return { ...it, seen, statuses, errors }
  }

  it('reports each revision once, in order, and stops at the outcome', async () => {
    const stream = eventStream()
    const { client, requests } = clientWith([stream.handler])
    const seen = watcher()
    client.watch('i', seen)
    await expect.poll(() => requests).toHaveLength(1)
    stream.send(sampleIntent(otp, { revision: 2 }))
    stream.send(sampleIntent(otp, { revision: 1 }))
    stream.send(sampleIntent(linked, { revision: 3 }))
    stream.close()
    await expect.poll(() => seen.seen).toEqual([2, 3])
    expect(requests).toHaveLength(1)
    expect(seen.statuses).toEqual(['live'])
  })

  it('reconnects from the last revision after the stream was interrupted', async () => {
    const first = eventStream()
    const second = eventStream()
    const { client, requests, clock } = clientWith([first.handler, second.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    first.send(sampleIntent(otp, { revision: 4 }))
    await expect.poll(() => seen.seen).toEqual([4])
    first.close()
    await vi.waitFor(() => {
      clock.advance(500)
      expect(requests).toHaveLength(2)
    }, 20_000)
    expect(requests[1]?.headers.get('last-event-id')).toBe('4')
    second.send(sampleIntent(otp, { revision: 5 }))
    await expect.poll(() => seen.seen).toEqual([4, 5])
    stop()
  })

  const isStream = ({ url }: Request) => url.endsWith('/events')
  const mute: Handler = () => eventStream().handler()
  const unanswered: Handler = () => new Promise<Response>(() => {})
  const cutOff: Handler = () => {
    const { handler, beat } = eventStream()
    beat()
    return handler()
  }

  it.each([
    ['send nothing', mute, 5_000],
    ['get no response at all', unanswered, 5_000],
    ['are buffered after their start', cutOff, 35_000],
  ])('polls if streams %s', async (_, held, patience) => {
    let revision = 6
    const { client, requests, clock } = clientWith([
      (request) => (isStream(request) ? held(request) : json(sampleIntent(otp, { revision: ++revision }))),
    ])
    const seen = watcher()
    const stop = client.watch('i', seen)
    const paths = () => requests.map(({ url }) => new URL(url).pathname.replace('/connect/intents/', ''))
    await expect.poll(() => paths()).toEqual(['i/events'])
    for (const requested of [['i', 'i/events'], ['i']]) {
      const before = paths()
      await expect.poll(() => clock.nextDue).toBe(clock.now() + patience)
      clock.advance(patience)
      await expect.poll(() => paths()).toEqual([...before, ...requested])
    }
    await expect.poll(() => clock.nextDue).toBe(clock.now() + 2_000)
    clock.advance(2_000)
    await expect.poll(() => seen.seen).toEqual([7, 8, 9])
    expect(paths().at(-1)).toBe('i')
    stop()
    await expect.poll(() => clock.waiting).toBe(0)
  })

  it.each([
    ['when the browser wakes up, possibly on another network', 'wake'],
    ['from time to time, because it may have been an outage', 'wait'],
  ])('tries a stream again %s', async (_, how) => {
    let held = true
    const stream = eventStream()
    const { client, requests, clock, tab } = clientWith([
      (request) => {
        if (!isStream(request)) return json(sampleIntent(otp, { revision: 1 }))
        return held ? mute(request) : stream.handler()
      },
    ])
    const isDueIn = (delay: number) => expect.poll(() => clock.nextDue).toBe(clock.now() + delay)
    const seen = watcher()
    const stop = client.watch('i', seen)
    for (const streams of [1, 2]) {
      await expect.poll(() => requests.filter(isStream)).toHaveLength(streams)
      await isDueIn(5_000)
      clock.advance(5_000)
    }
    await isDueIn(2_000)
    held = false
    if (how === 'wake') tab.goOnline()
    for (let polls = 0; how === 'wait' && polls < 30; polls++) {
      expect(requests.filter(isStream)).toHaveLength(2)
      await isDueIn(2_000)
      clock.advance(2_000)
    }
    await expect.poll(() => requests.filter(isStream)).toHaveLength(3)
    stream.send(sampleIntent(otp, { revision: 2 }))
    await expect.poll(() => seen.seen).toEqual([1, 2])
    expect(seen.statuses).toEqual(['polling', 'live'])
    stop()
  })

  it('keeps a stream whose heartbeat continues, and leaves one whose heartbeat stops', async () => {
    const stream = eventStream()
    const { client, requests, clock } = clientWith([stream.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    stream.send(sampleIntent(otp, { revision: 1 }))
    await expect.poll(() => seen.seen).toEqual([1])
    clock.advance(20_000)
    stream.beat()
    await expect.poll(() => clock.nextDue).toBe(55_000)
    clock.advance(34_000)
    expect(requests).toHaveLength(1)
    clock.advance(1_000)
    await expect.poll(() => requests).toHaveLength(2)
    stop()
  })

  it('reports no outage after a single failure', async () => {
    const stream = eventStream()
    const { client, clock, requests } = clientWith([offline, stream.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    await vi.waitFor(() => {
      clock.advance(500)
      expect(requests).toHaveLength(2)
    }, 20_000)
    stream.send(sampleIntent(otp, { revision: 1 }))
    await expect.poll(() => seen.statuses).toEqual(['live'])
    stop()
  })

  it('reports that it is offline, retries less and less often, and recovers', async () => {
    const stream = eventStream()
    const { client, clock } = clientWith([offline, offline, offline, stream.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    await vi.waitFor(() => {
      clock.advance(500)
      expect(seen.statuses).toEqual(['offline'])
    }, 20_000)
    await vi.waitFor(() => {
      clock.advance(1_000)
      stream.send(sampleIntent(otp, { revision: 1 }))
      expect(seen.statuses).toEqual(['offline', 'live'])
    }, 20_000)
    stop()
  })

  it('polls at once when the browser wakes up, because the stream may be dead', async () => {
    const stream = eventStream()
    const fresh = eventStream()
    const { client, requests, tab } = clientWith([stream.handler, fresh.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    stream.send(sampleIntent(otp, { revision: 8 }))
    await expect.poll(() => seen.seen).toEqual([8])
    tab.goOnline()
    await expect.poll(() => requests).toHaveLength(2)
    expect(requests[1]?.headers.get('last-event-id')).toBe('8')
    fresh.send(sampleIntent(otp, { revision: 9 }))
    await expect.poll(() => seen.seen).toEqual([8, 9])
    expect(seen.statuses).toEqual(['live'])
    stop()
  })

  it.each(['intent_not_found', 'session_invalid'])('ends on %s', async (code) => {
    const { client } = clientWith([() => problem(code, 404)])
    const seen = watcher()
    client.watch('i', seen)
    await expect.poll(() => seen.errors).toEqual([code])
  })

  it('leaves no timer and no listener behind when it is stopped', async () => {
    const stream = eventStream()
    const { client, requests, clock } = clientWith([stream.handler])
    const seen = watcher()
    const stop = client.watch('i', seen)
    await expect.poll(() => requests).toHaveLength(1)
    stop()
    await expect.poll(() => clock.waiting).toBe(0)
    expect(seen.errors).toEqual([])
  })
})
