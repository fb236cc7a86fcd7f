import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeDirectly } from '../src/adapters/write-directly.ts'
import { eventStream } from '../src/http/event-stream.ts'
import type { OpenStream } from '../src/http/open-streams.ts'
import { createSharedStates } from '../src/http/shared-states.ts'
import type { ConnectHandler } from '../src/index.ts'
import { readEvents } from './event-reader.ts'
import { readProblem, startTestHost, type TestHost } from './test-host.ts'

describe('a state that many follow', () => {
  /** A topic whose state is how often it was read. */
  function countedTopic(states = createSharedStates({ pauseMs: 1_000, logError: () => {} })) {
    const topic = { reads: 0, subscriptions: 0, change: () => {} }
    const follow = () => {
      const seen: string[] = []
      const leave = states.follow(
        {
          key: 'k',
          read: async () => ({ id: String(++topic.reads), data: topic.reads, last: false }),
          subscribe(onChange) {
            topic.subscriptions++
            topic.change = onChange
            return () => topic.subscriptions--
          },
        },
        { show: ({ id }) => seen.push(id), fail: () => {} },
      )
      return { seen, leave }
    }
    return { topic, follow }
  }

  test('is read once for all, however often it changes in a moment, and then once more', async () => {
    vi.useFakeTimers()
    const { topic, follow } = countedTopic()
    const followers = Array.from({ length: 100 }, follow)
    await vi.advanceTimersByTimeAsync(0)
    for (let change = 0; change < 50; change++) topic.change()
    await vi.advanceTimersByTimeAsync(999)
    expect(topic.reads).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(topic.reads).toBe(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(topic.reads).toBe(2)
    expect(topic.subscriptions).toBe(1)
    for (const { seen, leave } of followers) {
      expect(seen).toEqual(['1', '2'])
      leave()
      leave()
    }
    expect(topic.subscriptions).toBe(0)
    vi.useRealTimers()
  })

  test('is read at once for a first change after a pause', async () => {
    vi.useFakeTimers()
    const { topic, follow } = countedTopic()
    const { seen } = follow()
    await vi.advanceTimersByTimeAsync(5_000)
    topic.change()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual(['1', '2'])
    vi.useRealTimers()
  })

  test('is shown to a late follower at once, and read again for what it may have changed', async () => {
    vi.useFakeTimers()
    const { follow } = countedTopic()
    follow()
    await vi.advanceTimersByTimeAsync(5_000)
    const late = follow()
    expect(late.seen).toEqual(['1'])
    await vi.advanceTimersByTimeAsync(0)
    expect(late.seen).toEqual(['1', '2'])
    vi.useRealTimers()
  })
})

describe('the streams of a user', () => {
  let host: TestHost
  let handler: ConnectHandler

  beforeAll(async () => {
    host = await startTestHost()
    handler = await host.another({ streamLimits: { perUser: 3, perInstance: 5 } })
  })
  afterAll(() => host.close())

  async function open(userId: string) {
    const leaving = new AbortController()
    const authorization = `Bearer ${await handler.mintSession({ userId })}`
    const response = await handler.fetch(
      new Request('http://host.test/connect/accounts/events', {
        headers: { authorization },
        signal: leaving.signal,
      }),
    )
    if (!response.ok) return { response, leave: () => {} }
    const events = readEvents(response)
    expect((await events.next())?.event).toBe('accounts')
    return { response, events, leave: () => leaving.abort() }
  }

  test('are limited: the oldest ends for a new one, and other users keep theirs', async () => {
    const ben = await open('ben')
    const streams = [await open('anna'), await open('anna'), await open('anna'), await open('anna')]
    expect(await streams[0]?.events?.next()).toBeUndefined()
    const kept = [ben, ...streams.slice(1)]
    const next = kept.map(({ events }) => events?.next())
    await host.as('anna').send('GET', '/accounts')
    expect(await Promise.race([...next, 'still open'])).toBe('still open')
    for (const { leave } of kept) leave()
  })

  test('are limited on an instance too: the next reader gets an error that makes it poll', async () => {
    const streams = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(open))
    const { response } = await open('f')
    expect(await readProblem(response)).toMatchObject({
      httpStatus: 503,
      code: 'too_many_streams',
      retryAfter: 10,
    })
    for (const { leave } of streams) leave()
    await expect.poll(async () => (await open('f')).response.status).toBe(200)
  })
})

describe('a slow reader', () => {
  const MEGABYTE = 'x'.repeat(1_000_000)

  /** A stream of large states: `change` makes one, and resolves when it was read. */
  function openLarge() {
    let changes = 0
    let onChange = () => {}
    let stream: OpenStream | undefined
    const add = (opened: OpenStream) => {
      stream = opened
    }
    const response = eventStream(
      {
        streams: { hasRoom: () => true, add, remove: () => {} },
        states: createSharedStates({ pauseMs: 0, logError: () => {} }),
        closing: new AbortController().signal,
        telemetry: { streamsOpen: { add: () => {} } },
      },
      new Request('http://host.test/'),
      {
        event: 'state',
        topic: {
          key: 'large',
          read: async () => ({ id: String(++changes), data: MEGABYTE, last: false }),
          subscribe(listener) {
            onChange = listener
            return () => {}
          },
        },
        owner: 'anna',
        until: Infinity,
      },
    )
    return {
      response,
      beat: () => stream?.beat(),
      async change() {
        const before = changes
        onChange()
        await vi.waitFor(() => expect(changes).toBeGreaterThan(before))
      },
    }
  }

  test('of a web stream gets the newest state when it reads again, and none in between', async () => {
    const { response, change } = openLarge()
    const reader = response.body?.getReader()
    const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(await next()).toBe(': open\n\n')
    expect(await next()).toContain('id: 1\n')
    for (let n = 0; n < 20; n++) await change()
    const got = [await next()]
    while (!got.at(-1)?.includes('id: 21\n')) got.push(await next())
    expect(got.length).toBeLessThanOrEqual(2)
    await reader?.cancel()
  })

  test('of a web stream is cut off after two heartbeats', async () => {
    const { response, change, beat } = openLarge()
    const reader = response.body?.getReader()
    await reader?.read()
    await change()
    await change()
    beat()
    beat()
    await expect(reader?.closed).rejects.toThrow('too slow')
  })

  test('of a socket costs one state at most, and is cut off after two heartbeats', async () => {
    const { response, change, beat } = openLarge()
    let outgoing: ServerResponse | undefined
    const server = createServer((_, opened) => {
      outgoing = opened
      writeDirectly(response, opened)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (!address || typeof address === 'string') throw new Error('No port.')
    const socket = connect({ port: address.port, host: '127.0.0.1' })
    const closed = once(socket, 'close')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nhost: host.test\r\n\r\n')
    await once(socket, 'data')
    socket.pause()
    let most = 0
    for (let n = 0; n < 40; n++) {
      await change()
      most = Math.max(most, outgoing?.writableLength ?? 0)
    }
    // The system's own buffers took the first ones.
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(1_100_000)
    beat()
    beat()
    socket.resume()
    await closed
    expect(outgoing?.destroyed).toBe(true)
    server.close()
  })
})
