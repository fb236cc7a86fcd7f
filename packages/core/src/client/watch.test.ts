import { describe, expect, it, vi } from 'vitest'
import type { Account, Intent, Step } from '../protocol/index.ts'
import { manualClock, sampleAccount, sampleIntent } from '../testing/index.ts'
import { type ManualTab, manualTabs } from '../testing/manual-tabs.ts'
import { createAccountsClient } from './accounts-client.ts'
import { createConnectClient } from './connect-client.ts'
import type { StreamDecision, StreamUse } from './page/stream-slot.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** A host with one account and one intent per user. It counts the requests. */
function hostWith() {
  const names = new Map<string, string>()
  const intents = new Map<string, Intent>()
  const streams = new Set<{ user: string; path: string; send: () => void; cut: () => void }>()
  const asked: string[] = []
  let mostStreams = 0
  /** Set by a test that delays responses. */
  let gate: Promise<unknown> = Promise.resolve()

  const accountsOf = (user: string): Account[] => [{ ...sampleAccount, name: names.get(user) ?? user }]
  const intentOf = (user: string) =>
    intents.get(user) ?? sampleIntent({ type: 'otp', id: 'c1', format: 'digits', length: 6 })

  function streamOf(user: string, path: string, signal: AbortSignal) {
    let forget = () => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const stream = {
          user,
          path,
          send() {
            const body = path.startsWith('/accounts') ? { accounts: accountsOf(user) } : intentOf(user)
            controller.enqueue(encode(`data: ${JSON.stringify(body)}\n\n`))
          },
          cut() {
            if (streams.delete(stream)) controller.close()
          },
        }
        streams.add(stream)
        mostStreams = Math.max(mostStreams, streams.size)
        stream.send()
        forget = () => void streams.delete(stream)
        signal.addEventListener('abort', forget)
      },
      cancel: () => forget(),
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  const answer = async (request: Request): Promise<Response> => {
    const user = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    const path = new URL(request.url).pathname.replace('/connect', '')
    asked.push(`${user} ${request.method} ${path}`)
    if (path.endsWith('/events')) return streamOf(user, path, request.signal)
    if (request.method === 'PATCH') {
      names.set(user, (await request.json()).name)
      for (const stream of streams) if (stream.user === user) stream.send()
      return Response.json(accountsOf(user)[0])
    }
    const body = path === '/accounts' ? { accounts: accountsOf(user) } : intentOf(user)
    await gate
    return Response.json(body)
  }

  return {
    asked,
    streams,
    answer,
    get mostStreams() {
      return mostStreams
    },
    holdAnswers(until: Promise<unknown>) {
      gate = until
    },
    move(user: string, step: Step) {
      intents.set(user, { ...intentOf(user), step, revision: intentOf(user).revision + 1 })
      for (const stream of streams) if (stream.user === user) stream.send()
    },
  }
}

type Host = ReturnType<typeof hostWith>

/** What one user's list and flow report in one tab. */
function clientIn(tab: ManualTab, host: Host, user = 'anna', clock = manualClock()) {
  const options = {
    session: user,
    baseUrl: 'http://host.test/connect',
    page: tab.page,
    random: () => 0,
    clock,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => host.answer(new Request(input, init)),
  }
  const accounts = createAccountsClient(options)
  const connect = createConnectClient(options)
  return {
    clock,
    accounts,
    list() {
      const seen: string[] = []
      const statuses: string[] = []
      const stop = accounts.watch({
        onAccounts: (accounts) => seen.push(accounts.map(({ name }) => name).join()),
        onStatus: (status) => statuses.push(status),
        onError: ({ code }) => statuses.push(code),
      })
      return { seen, statuses, stop }
    },
    flow() {
      const seen: string[] = []
      const statuses: string[] = []
      const stop = connect.watch('i1', {
        onIntent: ({ step }) => seen.push(step.type),
        onStatus: (status) => statuses.push(status),
        onError: ({ code }) => statuses.push(code),
      })
      return { seen, statuses, stop }
    },
  }
}

const until = (expectation: () => void) => vi.waitFor(expectation, { interval: 1, timeout: 20_000 })
const streamsOf = (host: Host) => [...host.streams].map(({ user, path }) => `${user} ${path}`)

describe('a page with lists and flows', () => {
  it('has one stream, the flow’s; the others poll, and get it when the flow has ended', async () => {
    const host = hostWith()
    const { list, flow, clock } = clientIn(manualTabs().open(), host)
    const lists = [list(), list(), list()]
    await until(() => expect(lists.map(({ seen }) => seen.at(-1))).toEqual(['anna', 'anna', 'anna']))
    expect(streamsOf(host)).toEqual(['anna /accounts/events'])
    expect(lists.map(({ statuses }) => statuses)).toEqual([['live'], ['polling'], ['polling']])

    const opened = flow()
    await until(() => expect(streamsOf(host)).toEqual(['anna /intents/i1/events']))
    await until(() => expect(opened.seen).toEqual(['otp']))
    const before = host.asked.length
    host.move('anna', { type: 'linked', account: sampleAccount })
    await until(() => expect(opened.seen).toEqual(['otp', 'linked']))
    // The lists poll at once, before any time has passed.
    await until(() => expect(streamsOf(host)).toEqual(['anna /accounts/events']))
    await until(() => expect(host.asked.slice(before)).toContain('anna GET /accounts'))
    expect(clock.now()).toBe(0)
    expect(host.mostStreams).toBe(1)
    for (const { stop } of lists) stop()
    await until(() => expect([streamsOf(host), clock.waiting]).toEqual([[], 0]))
  })

  it('shares only its stream between users', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    const anna = clientIn(tab, host, 'anna').list()
    const ben = clientIn(tab, host, 'ben').list()
    await until(() => expect([anna.seen, ben.seen]).toEqual([['anna'], ['ben']]))
    expect(streamsOf(host)).toEqual(['anna /accounts/events'])
    anna.stop()
    await until(() => expect(streamsOf(host)).toEqual(['ben /accounts/events']))
    expect(new Set(ben.seen)).toEqual(new Set(['ben']))
    expect(host.mostStreams).toBe(1)
    ben.stop()
  })

  it('passes the stream on when the holder’s backend closes it', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    const anna = clientIn(tab, host, 'anna').list()
    const ben = clientIn(tab, host, 'ben').list()
    await until(() => expect(streamsOf(host)).toEqual(['anna /accounts/events']))
    for (const stream of [...host.streams]) stream.cut()
    await until(() => expect(streamsOf(host)).toEqual(['ben /accounts/events']))
    anna.stop()
    ben.stop()
  })
})

describe('tabs of one origin', () => {
  it('have one stream for lists; a list that polls is updated at once after a change in another tab', async () => {
    const host = hostWith()
    const tabs = manualTabs()
    const clients = Array.from({ length: 12 }, () => clientIn(tabs.open(), host))
    const lists = clients.map(({ list }) => list())
    await until(() => expect(lists.every(({ seen }) => seen.at(-1) === 'anna')).toBe(true))
    expect(streamsOf(host)).toEqual(['anna /accounts/events'])
    await clients[7]?.accounts.rename('a1', 'Work')
    await until(() => expect(lists.map(({ seen }) => seen.at(-1))).toEqual(lists.map(() => 'Work')))
    for (const { stop } of lists) stop()
    await until(() => expect([tabs.held.size, tabs.waiting, tabs.channels.size]).toEqual([0, 0, 0]))
  })

  it('poll without locks: a flow every two seconds, a list every ten', async () => {
    const host = hostWith()
    const { list, flow, clock } = clientIn(manualTabs({ hasLocks: false }).open(), host)
    const [opened, shown] = [flow(), list()]
    await until(() => expect([opened.seen, shown.seen]).toEqual([['otp'], ['anna']]))
    for (let second = 2; second <= 10; second += 2) {
      await until(() => expect(clock.waiting).toBe(2))
      clock.advance(2_000)
    }
    await until(() => expect(host.asked).toHaveLength(2 + 5 + 1))
    expect(host.mostStreams).toBe(0)
    expect([opened.statuses, shown.statuses]).toEqual([['polling'], ['polling']])
    opened.stop()
    shown.stop()
  })
})

describe('a page that is hidden', () => {
  it('releases the stream, does not poll for a list, and catches up at once', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    const { list, accounts, clock } = clientIn(tab, host)
    const { seen, stop } = list()
    await until(() => expect(seen).toEqual(['anna']))
    tab.hide()
    await until(() => expect([streamsOf(host), clock.waiting]).toEqual([[], 0]))
    await accounts.rename('a1', 'Work')
    const before = host.asked.length
    clock.advance(3_600_000)
    expect(host.asked).toHaveLength(before)
    tab.show()
    await until(() => expect(seen).toEqual(['anna', 'Work']))
    expect(host.asked.slice(before)).toEqual(['anna GET /accounts/events'])
    expect(clock.now()).toBe(3_600_000)
    stop()
  })

  it('polls for a flow from time to time, so that the host is notified of its end', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    const { flow, clock } = clientIn(tab, host)
    const { seen } = flow()
    await until(() => expect(seen).toEqual(['otp']))
    tab.hide()
    await until(() => expect([streamsOf(host), clock.nextDue]).toEqual([[], 10_000]))
    host.move('anna', { type: 'linked', account: sampleAccount })
    clock.advance(10_000)
    await until(() => expect(seen).toEqual(['otp', 'linked']))
    expect([clock.waiting, tab.listening]).toEqual([0, 0])
  })

  it('loads a list once, when it was opened there', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    tab.hide()
    const { seen, stop } = clientIn(tab, host).list()
    await until(() => expect(seen).toEqual(['anna']))
    expect(host.asked).toEqual(['anna GET /accounts'])
    stop()
  })

  it('does nothing once it is unloaded, and continues when it is restored', async () => {
    const host = hostWith()
    const tabs = manualTabs()
    const tab = tabs.open()
    const { list, flow, clock } = clientIn(tab, host)
    const [shown, opened] = [list(), flow()]
    await until(() => expect([shown.seen.at(-1), opened.seen]).toEqual(['anna', ['otp']]))
    tab.leave()
    await until(() => expect([streamsOf(host), clock.waiting, tabs.held.size]).toEqual([[], 0, 0]))
    host.move('anna', { type: 'loading', id: 'c2' })
    const before = host.asked.length
    clock.advance(60_000)
    expect(host.asked).toHaveLength(before)
    tab.comeBack()
    await until(() => expect(opened.seen).toEqual(['otp', 'loading']))
    expect(streamsOf(host)).toEqual(['anna /intents/i1/events'])
    shown.stop()
    opened.stop()
  })
})

describe('what is shown', () => {
  it('is never older than what was shown before: a response from before a change is dropped', async () => {
    const host = hostWith()
    const { list, accounts } = clientIn(manualTabs({ hasLocks: false }).open(), host)
    let release = () => {}
    host.holdAnswers(
      new Promise<void>((resolve) => {
        release = resolve
      }),
    )
    const { seen, stop } = list()
    await until(() => expect(host.asked).toEqual(['anna GET /accounts']))
    await accounts.rename('a1', 'Work')
    release()
    await until(() => expect(seen).toEqual(['Work']))
    stop()
  })

  it('does not change after the watch was stopped', async () => {
    const host = hostWith()
    const { list, clock } = clientIn(manualTabs({ hasLocks: false }).open(), host)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    host.holdAnswers(held)
    const { seen, stop } = list()
    await until(() => expect(host.asked).toHaveLength(1))
    stop()
    release()
    await until(() => expect(clock.waiting).toBe(0))
    expect(seen).toEqual([])
  })
})

describe('a watch', () => {
  it('does not wait for a browser that never decides', async () => {
    const host = hostWith()
    const tab = manualTabs().open()
    const undecided = { ...tab, page: { ...tab.page, state: 'visible' as const, streams: undecidedStreams } }
    const { list, clock } = clientIn(undecided, host)
    const { seen, stop } = list()
    await until(() => expect(clock.nextDue).toBe(1_000))
    clock.advance(1_000)
    await until(() => expect(seen).toEqual(['anna']))
    stop()
  })

  it('misses no decision that arrives together with a response', async () => {
    for (let ticks = 0; ticks < 100; ticks++) {
      const host = hostWith()
      const tab = manualTabs().open()
      let decide: ((decision: boolean) => void) | undefined
      const streams = {
        ask(_use: StreamUse, onDecision: (decision: StreamDecision) => void) {
          decide = onDecision
          onDecision(false)
          return () => {}
        },
      }
      const page = { ...tab.page, state: 'visible' as const, streams }
      const { list, clock } = clientIn({ ...tab, page }, host)
      const { stop } = list()
      while (!decide) await Promise.resolve()
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
      decide(true)
      await until(() => expect(streamsOf(host), `after ${ticks} ticks`).toHaveLength(1))
      expect(clock.now()).toBe(0)
      stop()
    }
  })

  it('reports why it is offline, and tries again', async () => {
    const reasons: (string | undefined)[] = []
    const statuses: string[] = []
    const clock = manualClock()
    let status = 200
    const client = createAccountsClient({
      session: 'anna',
      random: () => 0,
      baseUrl: 'http://host.test/wrong',
      clock,
      page: manualTabs().open().page,
      fetch: async () =>
        new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html' } }),
    })
    const stop = client.watch({
      onAccounts() {},
      onStatus(status, reason) {
        statuses.push(status)
        reasons.push(reason?.detail)
      },
      onError: ({ code }) => statuses.push(code),
    })
    await until(() => expect(clock.nextDue).toBe(500))
    expect(statuses).toEqual([])
    clock.advance(500)
    await until(() => expect(statuses).toEqual(['offline']))
    expect(reasons[0]).toContain('/accounts/events returned status 200 with text/html')
    // Another reason is reported too, but the same one only once.
    status = 502
    await until(() => expect(clock.nextDue).toBe(1_500))
    clock.advance(1_000)
    await until(() => expect(clock.nextDue).toBe(3_500))
    clock.advance(2_000)
    await until(() => expect(clock.nextDue).toBe(7_500))
    expect(statuses).toEqual(['offline', 'offline'])
    expect(reasons[1]).toContain('returned status 502')
    stop()
  })

  it('leaves no listener on any signal, and no timer, in 1,000 polls', async () => {
    const live = new Map<EventTarget, Set<unknown>>()
    const { addEventListener, removeEventListener } = EventTarget.prototype
    vi.spyOn(AbortSignal.prototype, 'addEventListener').mockImplementation(function (
      this: EventTarget,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
    ) {
      live.set(this, (live.get(this) ?? new Set()).add(listener))
      addEventListener.call(this, type, listener)
    })
    vi.spyOn(AbortSignal.prototype, 'removeEventListener').mockImplementation(function (
      this: EventTarget,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
    ) {
      live.get(this)?.delete(listener)
      if (live.get(this)?.size === 0) live.delete(this)
      removeEventListener.call(this, type, listener)
    })
    let polls = 0
    const clock = manualClock()
    const client = createAccountsClient({
      session: 'anna',
      baseUrl: 'http://host.test/connect',
      clock,
      page: manualTabs({ hasLocks: false }).open().page,
      async fetch() {
        polls++
        return Response.json({ accounts: [] })
      },
    })
    const stop = client.watch({ onAccounts() {}, onError() {} })
    for (let poll = 1; poll <= 1000; poll++) {
      while (polls < poll || clock.waiting !== 1 || clock.nextDue !== clock.now() + 10_000)
        await Promise.resolve()
      clock.advance(10_000)
    }
    stop()
    while (clock.waiting > 0) await Promise.resolve()
    expect(polls).toBeGreaterThanOrEqual(1000)
    await until(() => expect([...live.values()].flatMap((listeners) => [...listeners])).toEqual([]))
  })
})

const undecidedStreams = {
  ask: () => () => {},
}
