import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { Webhook } from 'standardwebhooks'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { postEvent } from '../src/callbacks/post-event.ts'
import { type ConnectCallbacks, createConnectHandler } from '../src/index.ts'
import { type EventReceiver, startEventReceiver } from './event-receiver.ts'
import { linkedin, quick, sessionSecret } from './fixtures.ts'
import { answers, startScriptedUpstream } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

const secret = `whsec_${Buffer.from('thirty-two bytes of a test secret').toString('base64')}`
const newSecret = `whsec_${Buffer.from('thirty-two bytes of the next one!').toString('base64')}`
const calls: { name: string; id: string; account?: string }[] = []
/** Fails the callbacks of these accounts. */
const failing = new Set<string>()
/** How far the host's clock is ahead, in milliseconds. */
let ahead = 0

const told = (name: string) => (event: { id: string; unipileAccountId?: string }) => {
  const { id, unipileAccountId: account } = event
  calls.push({ name, id, ...(account ? { account } : {}) })
  if (account && failing.has(account)) throw new Error('secret of the host')
}
const on: ConnectCallbacks = {
  accountLinked: told('accountLinked'),
  accountRelinked: told('accountRelinked'),
  accountNeedsOwner: told('accountNeedsOwner'),
  accountInterrupted: told('accountInterrupted'),
  accountPaused: told('accountPaused'),
  accountRecovered: told('accountRecovered'),
  accountRestricted: told('accountRestricted'),
  accountRemoved: told('accountRemoved'),
  attemptAbandoned: told('attemptAbandoned'),
}

async function link(host: TestHost, accountId: string, userId = 'anna') {
  host.upstream.script = () => answers.account(accountId)
  const { step } = await host.as(userId).start(linkedin())
  if (step.type !== 'linked') throw new Error(`It ended as ${step.type}.`)
}

function report(host: TestHost, accountId: string, status: string, seconds: number) {
  const now = Date.now() + ahead
  const payload = { timestamp: new Date(now + seconds * 1000).toISOString() }
  const event = { type: `account.status.${status}`, account_id: accountId, payload }
  return deliver(host, event, { time: Math.floor(now / 1000) })
}

const names = () => calls.map(({ name }) => name)

describe('callbacks', () => {
  let host: TestHost
  beforeAll(async () => {
    host = await startTestHost({ on })
  })
  afterAll(() => host.close())
  beforeEach(async () => {
    await host.delivered()
    await host.reset()
    failing.clear()
    calls.length = 0
  })

  test('report each trouble and its end, once per fact', async () => {
    await link(host, 'acc_1')
    await report(host, 'acc_1', 'errored', 10)
    await report(host, 'acc_1', 'degraded', 15)
    await report(host, 'acc_1', 'running', 20)
    await report(host, 'acc_1', 'paused', 30)
    await report(host, 'acc_1', 'paused', 35)
    await report(host, 'acc_1', 'running', 40)
    await host.delivered()
    expect(names()).toEqual([
      'accountLinked',
      'accountInterrupted',
      'accountRecovered',
      'accountPaused',
      'accountRecovered',
    ])
    expect(new Set(calls.map(({ id }) => id)).size).toBe(5)
  })

  test('report an attempt that its user cancels or lets expire, and no other end', async () => {
    const anna = host.as('anna')
    host.upstream.script = () => answers.checkpoint('OTP')
    const canceled = await anna.start()
    await anna.intent('DELETE', `/intents/${canceled.id}`)
    const expired = await anna.start()
    await host.database.query('update connect_intents set expires_at = created_at where ended_at is null')
    expect((await anna.read(expired.id)).step.type).toBe('expired')
    await link(host, 'acc_1')
    await host.delivered()
    expect(names().sort()).toEqual(['accountLinked', 'attemptAbandoned', 'attemptAbandoned'])
    const events = await host.database.query(
      "select event -> 'data' as data from connect_outbox where stream <> '' order by sequence",
    )
    expect(events.slice(0, 2).map(({ data }) => data)).toEqual([
      {
        userId: 'anna',
        provider: 'linkedin',
        method: 'credentials',
        intentId: canceled.id,
        how: 'canceled',
        step: 'otp',
      },
      {
        userId: 'anna',
        provider: 'linkedin',
        method: 'credentials',
        intentId: expired.id,
        how: 'expired',
        step: 'otp',
      },
    ])
  })

  test('that fail are called again under the same id, and hold back only their own account', async () => {
    failing.add('acc_1')
    await link(host, 'acc_1')
    await expect.poll(() => calls.length).toBeGreaterThan(1)
    await report(host, 'acc_1', 'disconnected', 10)
    await link(host, 'acc_2')
    await expect.poll(() => calls.filter(({ account }) => account === 'acc_2')).toHaveLength(1)
    const before = calls.filter(({ account }) => account === 'acc_1')
    expect(new Set(before.map(({ name }) => name))).toEqual(new Set(['accountLinked']))
    expect(new Set(before.map(({ id }) => id)).size).toBe(1)
    failing.clear()
    await host.delivered()
    const ofFirst = calls.filter(({ account }) => account === 'acc_1')
    expect(ofFirst.slice(-2).map(({ name }) => name)).toEqual(['accountLinked', 'accountNeedsOwner'])
    expect(host.log.join('\n')).toContain('"code":"callback_failed"')
    expect(host.log.join('\n')).not.toContain('secret of the host')
  })

  test('of two instances are called once for each event, in the order of each account', async () => {
    const other = await host.another()
    const ids = Array.from({ length: 8 }, (_, index) => `acc_${index}`)
    for (const id of ids) {
      await link(host, id)
      await report(host, id, 'disconnected', 10)
      await report(host, id, 'running', 20)
    }
    await host.delivered()
    await other.close()
    for (const id of ids) {
      expect(calls.filter(({ account }) => account === id).map(({ name }) => name)).toEqual([
        'accountLinked',
        'accountNeedsOwner',
        'accountRecovered',
      ])
    }
  })

  test('are not called for a change that is rolled back, and cost nothing without callbacks', async () => {
    const database = await host.database.open()
    await link(host, 'acc_1')
    await host.delivered()
    await expect(
      database.transaction(async (transaction) => {
        const { removeWithin } = await import('../src/accounts/remove-account.ts')
        await removeWithin(transaction, () => ['callbacks'], 'acc_1', 'account_disconnected', new Date())
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await database.close()
    expect(await host.database.query('select id from connect_outbox where settled_at is null')).toEqual([])
  })
})

test('a host that is killed inside its callback is called again, under the same id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-'))
  const data = join(folder, 'data')
  const snapshot = new Blob([await readFile(inject('databaseSnapshot'))])
  await (await PGlite.create({ dataDir: data, loadDataDir: snapshot })).close()
  const upstream = await startScriptedUpstream()
  upstream.script = () => answers.account('acc_1')
  const script = fileURLToPath(new URL('child-callback-host.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=@connect-account/source', script, data, upstream.url],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 60_000 },
  )
  const [id] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const again: string[] = []
  const handler = await createConnectHandler({
    apiKey: 'k',
    apiUrl: upstream.url,
    database: { folder: data },
    sessionSecret,
    logger: { info() {}, warn() {}, error() {} },
    timings: quick,
    on: { accountLinked: (event) => void again.push(event.id) },
    // The claim of the dead process has lapsed.
    now: () => Date.now() + 60_000,
  })
  await expect.poll(() => again).toEqual([String(id)])
  await handler.close()
  await upstream.close()
  await rm(folder, { recursive: true })
}, 90_000)

describe('posts', () => {
  const posted = v.object({
    type: v.string(),
    timestamp: v.string(),
    data: v.looseObject({ userId: v.string(), unipileAccountId: v.optional(v.string()) }),
  })
  let receiver: EventReceiver
  let host: TestHost
  beforeAll(async () => {
    receiver = await startEventReceiver()
    host = await startTestHost({
      events: { url: receiver.url, secret: [secret, newSecret] },
      now: () => Date.now() + ahead,
      timings: { eventRetryMs: 1_000 },
    })
  })
  afterAll(async () => {
    ahead = 0
    await host.close()
    await receiver.close()
  })
  beforeEach(async () => {
    await host.reset()
    receiver.posts.length = 0
    receiver.reply = () => ({ status: 204 })
  })

  /** Moves the host's clock, and makes it look. */
  async function passMinutes(minutes: number) {
    ahead += minutes * 60_000
    await host.database.query("select pg_notify('connect_outbox', '')")
  }
  const refusals = () => host.database.query('select failure from connect_outbox where failure is not null')
  const received = () =>
    receiver.posts
      .filter(({ status }) => status !== undefined && status < 300)
      .map(({ body }) => v.parse(posted, JSON.parse(body)).type)

  test('are verified by the library of Standard Webhooks, with the old and the new secret', async () => {
    await link(host, 'acc_1')
    await host.delivered()
    const [post] = receiver.posts
    if (!post) throw new Error('Nothing was posted.')
    for (const one of [secret, newSecret]) {
      const payload = v.parse(posted, new Webhook(one).verify(post.body, post.headers))
      expect(payload).toEqual({
        type: 'account.linked',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        data: expect.objectContaining({
          userId: 'anna',
          account: expect.objectContaining({ provider: 'linkedin', status: 'running' }),
          unipileAccountId: 'acc_1',
        }),
      })
    }
    expect(() => new Webhook(secret).verify(`${post.body} `, post.headers)).toThrow()
    expect(post.headers['webhook-id']).toMatch(/^evt_/)
  })

  test('wait for an endpoint that is down for an hour, and come in order, each under its id', async () => {
    receiver.reply = () => ({ status: 503 })
    await link(host, 'acc_1')
    await report(host, 'acc_1', 'disconnected', 10)
    await report(host, 'acc_1', 'running', 20)
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await expect.poll(refusals).toEqual([{ failure: 'http_503' }])
      await host.database.query('update connect_outbox set failure = null')
      await passMinutes(10)
    }
    await expect.poll(refusals).toEqual([{ failure: 'http_503' }])
    // Only the first waits to be taken: what follows it was never sent.
    expect(new Set(receiver.posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(receiver.posts.length).toBeLessThan(30)
    receiver.reply = () => ({ status: 200, body: '<html>garbage' })
    await passMinutes(11)
    await host.delivered()
    expect(received()).toEqual(['account.linked', 'account.needs_owner', 'account.recovered'])
    expect((await host.handler.events.missed()).events).toEqual([])
  })

  test('to an endpoint that is gone (410) are missed at once, listed, and sent again on request', async () => {
    receiver.reply = () => ({ status: 410 })
    await link(host, 'acc_1')
    await report(host, 'acc_1', 'disconnected', 10)
    await host.delivered()
    expect(receiver.posts).toHaveLength(2)
    const first = await host.handler.events.missed({ limit: 1 })
    const rest = await host.handler.events.missed({ after: first.next ?? '' })
    const missed = [...first.events, ...rest.events]
    expect(
      missed.map(({ target, event, failure, attempts }) => [target, event.type, failure, attempts]),
    ).toEqual([
      ['http', 'account.linked', 'http_410', 1],
      ['http', 'account.needs_owner', 'http_410', 1],
    ])
    expect(rest.next).toBeUndefined()
    receiver.reply = () => ({ status: 204 })
    for (const { id } of missed) expect(await host.handler.events.resend(id)).toBe(true)
    await host.delivered()
    expect(received()).toEqual(['account.linked', 'account.needs_owner'])
    expect(receiver.posts.at(-1)?.headers['webhook-id']).toBe(missed.at(-1)?.id)
    expect((await host.handler.events.missed()).events).toEqual([])
    expect(await host.handler.events.resend('evt_none')).toBe(false)
    await expect(host.handler.events.missed({ after: 'x' })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  })

  test('are given up after three days, and what follows is sent', async () => {
    receiver.reply = ({ body }) => ({ status: body.includes('account.linked') ? 500 : 204 })
    await link(host, 'acc_1')
    await report(host, 'acc_1', 'disconnected', 10)
    await expect.poll(refusals).toEqual([{ failure: 'http_500' }])
    await passMinutes(3 * 24 * 60)
    await host.delivered()
    expect(received()).toEqual(['account.needs_owner'])
    const { events } = await host.handler.events.missed()
    expect(events).toMatchObject([{ event: { type: 'account.linked' }, failure: 'http_500' }])
  })

  test('do not follow a redirect', async () => {
    receiver.reply = () => ({ status: 302 })
    await link(host, 'acc_1')
    await expect
      .poll(() => host.database.query('select failure from connect_outbox'))
      .toEqual([{ failure: 'http_302' }])
    expect(receiver.posts).toHaveLength(1)
  })

  test('end after their time at an endpoint that hangs, and at once at one that is not there', async () => {
    receiver.reply = () => 'never'
    const event = {
      id: 'evt_1',
      sequence: 1,
      event: {
        type: 'account.restricted' as const,
        data: { userId: 'anna', provider: 'linkedin' },
      },
      createdAt: new Date(),
      dueAt: new Date(),
      until: new Date(),
      attempts: 1,
    }
    const context = { keys: [Buffer.alloc(32)], now: Date.now, timeoutMs: 50 }
    await expect(postEvent({ ...context, url: new URL(receiver.url) }, event)).rejects.toMatchObject({
      failure: 'timeout',
    })
    await expect(
      postEvent({ ...context, timeoutMs: 5_000, url: new URL('http://127.0.0.1:1/') }, event),
    ).rejects.toMatchObject({ failure: 'unreachable' })
  })
})

test.each<[string, { url: string; secret: string | string[] }, string]>([
  ['no URL', { url: 'events', secret }, 'events.url: not an http(s) URL'],
  ['plain http', { url: 'http://app.example.com/events', secret }, 'events.url: plain http'],
  ['a URL with a password', { url: 'https://a:b@app.example.com', secret }, 'events.url: not an http(s) URL'],
  [
    'a short secret',
    { url: 'https://app.example.com', secret: 'whsec_c2hvcnQ=' },
    'events.secret: not whsec_',
  ],
  ['no secret', { url: 'https://app.example.com', secret: [] }, 'events.secret: missing'],
])('events with %s are refused at the start', async (_, events, detail) => {
  await expect(
    createConnectHandler({ apiKey: 'k', database: 'memory://', sessionSecret, events }),
  ).rejects.toMatchObject({ code: 'invalid_setting', detail: expect.stringContaining(detail) })
})
