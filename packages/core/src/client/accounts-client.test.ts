import { describe, expect, it, vi } from 'vitest'
import type { Account } from '../protocol/index.ts'
import { manualClock, sampleAccount } from '../testing/index.ts'
import { manualTabs } from '../testing/manual-tabs.ts'
import { createAccountsClient } from './accounts-client.ts'

type Handler = (request: Request) => Response | Promise<Response>

const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ code, status, title: code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

/** A client whose host responds with `handlers`, one per request; the last one repeats. */
function clientWith(handlers: Handler[]) {
  const requests: Request[] = []
  const clock = manualClock()
  const tab = manualTabs().open()
  const client = createAccountsClient({
    session: 'token-1',
    clock,
    random: () => 0,
    baseUrl: 'http://host.test/connect',
    page: tab.page,
    async fetch(input, init) {
      const request = new Request(input, init)
      requests.push(request)
      const handler = handlers[Math.min(requests.length, handlers.length) - 1]
      if (!handler) throw new Error('No handler.')
      return handler(request)
    },
  })
  return { client, requests, clock, tab }
}

/** A stream that a test writes to. */
function accountStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let isCanceled = false
  const body = new ReadableStream<Uint8Array>({
    start(streamController) {
      controller = streamController
    },
    cancel() {
      isCanceled = true
    },
  })
  return {
    handler: () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    send(...accounts: Account[]) {
      const data = JSON.stringify({ accounts })
      controller?.enqueue(new TextEncoder().encode(`id: x\nevent: accounts\ndata: ${data}\n\n`))
    },
    close: () => controller?.close(),
    isBeingRead: () => body.locked,
    isCanceled: () => isCanceled,
  }
}

function watcher() {
  const seen: string[] = []
  const statuses: string[] = []
  const errors: string[] = []
  return {
    seen,
    statuses,
    errors,
    onAccounts: (accounts: Account[]) => seen.push(accounts.map(({ status }) => status).join()),
    onStatus: (status: string) => statuses.push(status),
    onError: ({ code }: { code: string }) => errors.push(code),
  }
}

const paused: Account = { ...sampleAccount, status: 'paused' }

describe('watching', () => {
  it('reports the list at once and after each change', async () => {
    const stream = accountStream()
    const { client, requests } = clientWith([stream.handler])
    const seen = watcher()
    const stop = client.watch(seen)
    stream.send()
    stream.send(sampleAccount)
    stream.send(paused)
    await expect.poll(() => seen.seen).toEqual(['', 'running', 'paused'])
    expect(seen.statuses).toEqual(['live'])
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/connect/accounts/events'])
    stop()
  })

  it('receives the whole list again after a reconnect, so that it misses nothing', async () => {
    const first = accountStream()
    const second = accountStream()
    const { client, requests, clock } = clientWith([first.handler, second.handler])
    const seen = watcher()
    const stop = client.watch(seen)
    first.send(sampleAccount)
    await expect.poll(() => seen.seen).toEqual(['running'])
    first.close()
    await vi.waitFor(() => {
      clock.advance(500)
      expect(requests).toHaveLength(2)
    }, 20_000)
    expect(requests[1]?.headers.get('last-event-id')).toBeNull()
    second.send(paused)
    await expect.poll(() => seen.seen).toEqual(['running', 'paused'])
    stop()
  })

  it('polls if streams do not work', async () => {
    const silent: Handler = () => accountStream().handler()
    const { client, requests, clock } = clientWith([
      (request) =>
        request.url.endsWith('/events') ? silent(request) : Response.json({ accounts: [sampleAccount] }),
    ])
    const seen = watcher()
    const stop = client.watch(seen)
    await vi.waitFor(() => {
      clock.advance(5_000)
      expect(seen.seen.length).toBeGreaterThan(1)
    }, 20_000)
    expect(seen.statuses).toEqual(['polling'])
    expect(new URL(requests.at(-1)?.url ?? '').pathname).toBe('/connect/accounts')
    stop()
  })

  it('reports nothing that a sleeping tab had buffered after the list it fetches on waking', async () => {
    const old = accountStream()
    const fresh = accountStream()
    const { client, tab } = clientWith([old.handler, fresh.handler])
    const seen = watcher()
    const stop = client.watch(seen)
    await expect.poll(() => old.isBeingRead()).toBe(true)
    tab.goOnline()
    await expect.poll(() => old.isCanceled()).toBe(true)
    fresh.send(paused)
    await expect.poll(() => seen.seen).toEqual(['paused'])
    stop()
  })

  it('ends when the session is no longer valid, and for no other error', async () => {
    const ended = clientWith([() => problem('session_invalid', 401)])
    const seen = watcher()
    ended.client.watch(seen)
    await expect.poll(() => seen.errors).toEqual(['session_invalid'])

    const failing = clientWith([() => problem('internal_error', 500)])
    const waiting = watcher()
    const stop = failing.client.watch(waiting)
    await expect.poll(() => failing.clock.nextDue).toBeLessThanOrEqual(500)
    failing.clock.advance(500)
    await expect.poll(() => waiting.statuses).toEqual(['offline'])
    expect(waiting.errors).toEqual([])
    stop()
    await expect.poll(() => failing.clock.waiting).toBe(0)
  })
})

describe('changing', () => {
  it('renames, and restores the name', async () => {
    const { client, requests } = clientWith([() => Response.json({ ...sampleAccount, name: 'Work' })])
    expect((await client.rename('a/1', 'Work')).name).toBe('Work')
    await client.rename('a/1', null)
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'PATCH /connect/accounts/a%2F1',
      'PATCH /connect/accounts/a%2F1',
    ])
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual([
      { name: 'Work' },
      { name: null },
    ])
  })

  it('counts an account that no longer exists as disconnected', async () => {
    const { client } = clientWith([() => problem('account_not_found', 404)])
    await expect(client.disconnect('a1')).resolves.toBeUndefined()
  })

  it('reports that an account could not be disconnected', async () => {
    const { client } = clientWith([() => problem('upstream_unavailable', 503)])
    await expect(client.disconnect('a1')).rejects.toMatchObject({ code: 'upstream_unavailable' })
  })
})
