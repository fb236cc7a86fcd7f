import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { triggerEvents } from '../src/upstream/v2/webhook-event.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { added, deliver } from './webhook-delivery.ts'

let host: TestHost
let other: ConnectHandler

beforeAll(async () => {
  host = await startTestHost()
  other = await host.another()
})
afterAll(() => host.close())
beforeEach(() => host.reset())
afterEach(() => host.reset())

const inbox = () => host.database.query('select * from connect_webhook_events order by id')
const accounts = () => host.database.query('select * from connect_accounts order by account_id')
const stepOf = async (id: string) => (await host.as('anna').read(id)).step.type

async function startOtp() {
  host.upstream.script = () => answers.checkpoint('OTP')
  return host.as('anna').start()
}

async function linkAccount() {
  host.upstream.script = () => answers.account('acc_1')
  await host.as('anna').start()
}

test('responds before the work, and loses nothing when the instance closes', async () => {
  const alone = await startTestHost()
  onTestFinished(() => alone.close())
  alone.upstream.script = () => answers.checkpoint('OTP')
  const { id } = await alone.as('anna').start()
  let asked = () => {}
  const working = new Promise<void>((resolve) => {
    asked = resolve
  })
  alone.upstream.script = () => {
    asked()
    return 'never'
  }
  expect((await deliver(alone, await added(alone, id), { applied: false })).status).toBe(200)
  await working
  expect((await alone.as('anna').read(id)).step.type).toBe('otp')
  await alone.handler.close()
  alone.upstream.script = () => answers.account('acc_1')
  const next = await alone.another()
  await expect.poll(async () => (await alone.as('anna', { on: next }).read(id)).step.type).toBe('linked')
})

test('takes over the events that a dead instance had stored or claimed', async () => {
  await linkAccount()
  const event = (name: string, at: number) =>
    JSON.stringify({
      id: name,
      type: `account.status.${name}`,
      change: { type: 'status', status: name, accountId: 'acc_1' },
      occurredAt: new Date(Date.now() + at).toISOString(),
    })
  const row = (name: string, at: number, attempts: number) =>
    `('${name}', 'account.status.${name}', now(), '${event(name, at)}'::jsonb, now() - interval '1 second', ${attempts})`
  await host.database.query(
    `insert into connect_webhook_events (id, type, received_at, body, due_at, attempts)
     values ${row('errored', 10_000, 0)}, ${row('paused', 20_000, 1)}`,
  )
  await host.another()
  await expect.poll(() => accounts()).toMatchObject([{ status: 'paused' }])
  await expect
    .poll(() => inbox())
    .toMatchObject([
      { id: 'errored', attempts: 1, body: null, processed_at: expect.anything() },
      { id: 'paused', attempts: 2, body: null, processed_at: expect.anything() },
    ])
})

test('applies a repeated delivery once, wherever it arrives', async () => {
  const { id } = await startOtp()
  host.upstream.script = () => answers.account('acc_1')
  const before = host.upstream.calls.length
  const event = { ...(await added(host, id)), id: 'evt_repeated' }
  const answersGiven = await Promise.all(
    [host.handler, other, host.handler, other].map((on) => deliver(host, event, { on })),
  )
  expect(answersGiven.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(await stepOf(id)).toBe('linked')
  expect(await inbox()).toMatchObject([{ id: 'evt_repeated', attempts: 1, body: null }])
  expect(host.upstream.calls.slice(before)).toHaveLength(1)
})

test('has the same result in any order, however often events repeat', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 3 }),
      async (order, repeated) => {
        await host.reset()
        const { id } = await startOtp()
        host.upstream.script = () => answers.account('acc_1')
        const run = ++runs
        const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
        const about = { account_id: 'acc_1' }
        const events = [
          await added(host, id),
          { ...about, type: 'account.status.errored', payload: { timestamp: at(100) } },
          {
            ...about,
            type: 'account.status.disconnected',
            payload: { timestamp: at(200), reason: 'password' },
          },
          { ...about, type: 'account.status.running', payload: { timestamp: at(50) } },
          { ...about, type: 'account.initial_sync.running', payload: {} },
          { ...about, type: 'account.initial_sync.completed', payload: {} },
        ].map((event, index) => ({ ...event, id: `evt_${run}_${index}` }))
        await Promise.all(
          [...order, ...repeated].map((index, turn) =>
            deliver(host, events[index] ?? {}, { on: turn % 2 ? other : host.handler }),
          ),
        )
        expect(await stepOf(id)).toBe('linked')
        expect(await accounts()).toMatchObject([
          { user_id: 'anna', status: 'disconnected', status_reason: 'password', initial_sync: 'completed' },
        ])
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

test('gives an event up after twelve tries, logs it, and keeps it', async () => {
  const { id } = await startOtp()
  host.upstream.script = () => answers.error(503, 'api/internal_error')
  await deliver(host, { ...(await added(host, id)), id: 'evt_hopeless' }, { applied: false })
  await expect.poll(() => inbox()).toMatchObject([{ failure: 'upstream_unavailable' }])
  await host.database.query('update connect_webhook_events set attempts = 11')
  await expect
    .poll(() => inbox())
    .toMatchObject([
      {
        attempts: 12,
        failure: 'upstream_unavailable',
        body: { id: 'evt_hopeless' },
        processed_at: expect.anything(),
      },
    ])
  expect(host.log.join('\n')).toContain('A webhook event was given up')
})

test('records unknown events without their content', async () => {
  await deliver(host, { id: 'evt_new', type: 'message.received', payload: { text: 'a private message' } })
  expect(await inbox()).toMatchObject([{ id: 'evt_new', attempts: 0, body: null }])
})

test.each([
  { what: 'no type', event: { id: 'evt_1', type: null }, status: 400 },
  { what: 'an invalid id', event: { id: 'evt 1', type: 'account.add' }, status: 400 },
  { what: 'an invalid payload', event: { type: 'account.add', payload: 'x' }, status: 400 },
  { what: 'too much', event: { type: 'account.add', payload: { reason: 'x'.repeat(70_000) } }, status: 413 },
])('refuses $what', async ({ event, status }) => {
  const response = await deliver(host, event)
  expect(response.status).toBe(status)
  expect(await inbox()).toEqual([])
})

test('accepts characters that the database cannot store', async () => {
  await linkAccount()
  const payload = { timestamp: Date.now() + 1000, reason: 'half \ud800 and \u0000' }
  await deliver(host, { type: 'account.status.errored', account_id: 'acc_1', payload })
  expect(await accounts()).toMatchObject([{ status: 'errored', status_reason: 'half \ufffd and \ufffd' }])
})

test('lists the latest events, newest first', async () => {
  for (const id of ['evt_a', 'evt_b', 'evt_c']) await deliver(host, { id, type: 'account.unheard_of' })
  const [last, ...rest] = await host.handler.webhookEvents({ limit: 2 })
  expect(last).toEqual({
    id: 'evt_c',
    type: 'account.unheard_of',
    receivedAt: expect.any(Date),
    attempts: 0,
    failure: null,
    processedAt: expect.any(Date),
  })
  expect(rest).toMatchObject([{ id: 'evt_b' }])
  expect(await other.webhookEvents()).toHaveLength(3)
})

test('an endpoint receives the events that are acted on, and no others', () => {
  expect(triggerEvents).toEqual([
    'account.add',
    'account.reconnect',
    'account.remove',
    'account.locked',
    'account.unlocked',
    'account.status.running',
    'account.status.disconnected',
    'account.status.errored',
    'account.status.degraded',
    'account.status.partial',
    'account.initial_sync.running',
    'account.initial_sync.failed',
    'account.initial_sync.completed',
  ])
})
