import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConnectCallbacks } from '../src/index.ts'
import { linkedin } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { added, deliver } from './webhook-delivery.ts'

const calls: [string, unknown][] = []
const record = (name: string) => (event: unknown) => void calls.push([name, event])
const on: ConnectCallbacks = {
  accountLinked: record('accountLinked'),
  accountRelinked: record('accountRelinked'),
  accountNeedsOwner: record('accountNeedsOwner'),
  accountInterrupted: record('accountInterrupted'),
  accountPaused: record('accountPaused'),
  accountRecovered: record('accountRecovered'),
  accountRestricted: record('accountRestricted'),
  accountRemoved: record('accountRemoved'),
  attemptAbandoned: record('attemptAbandoned'),
}

let host: TestHost

beforeAll(async () => {
  host = await startTestHost({ on })
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.delivered()
  await host.reset()
  calls.length = 0
})

async function linkAccount() {
  host.upstream.script = () => answers.account('acc_1')
  const { step } = await host.as('anna').start()
  return step.type === 'linked' ? step.account.id : ''
}

function reportStatus(status: string, secondsFromNow: number) {
  const timestamp = new Date(Date.now() + secondsFromNow * 1000).toISOString()
  return deliver(host, { type: `account.status.${status}`, account_id: 'acc_1', payload: { timestamp } })
}

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

const fact = { id: expect.stringMatching(/^evt_/), at: expect.any(Date) }

const event = (status: string) => ({
  ...fact,
  userId: 'anna',
  account: expect.objectContaining({ provider: 'linkedin', status }),
  unipileAccountId: 'acc_1',
})

test('an account whose product needs its owner is reported, and again if all of it does', async () => {
  await linkAccount()
  await reportStatus('degraded', 10)
  await reportStatus('partial', 20)
  await reportStatus('partial', 25)
  await reportStatus('disconnected', 30)
  await reportStatus('partial', 40)
  await reportStatus('running', 50)
  await host.delivered()
  expect(calls).toEqual([
    ['accountLinked', event('running')],
    ['accountInterrupted', event('degraded')],
    ['accountNeedsOwner', event('partial')],
    ['accountNeedsOwner', event('disconnected')],
    ['accountRecovered', event('running')],
  ])
})

test('an account is reported from its link to its removal', async () => {
  const id = await linkAccount()
  await reportStatus('errored', 10)
  await reportStatus('disconnected', 20)
  await reportStatus('disconnected', 25)
  await reportStatus('errored', 15)
  await reportStatus('running', 30)
  await reportStatus('disconnected', 40)
  await host.as('anna').start({
    provider: 'linkedin',
    method: 'credentials',
    credentials: { username: 'a', password: 'b' },
    accountId: id,
  })
  await deliver(host, { type: 'account.remove', account_id: 'acc_1' })
  await deliver(host, { type: 'account.remove', account_id: 'acc_1' })
  await host.delivered()
  expect(calls).toEqual([
    ['accountLinked', event('running')],
    ['accountInterrupted', event('errored')],
    ['accountNeedsOwner', event('disconnected')],
    ['accountRecovered', event('running')],
    ['accountNeedsOwner', event('disconnected')],
    ['accountRelinked', event('running')],
    ['accountRemoved', event('running')],
  ])
  expect(calls[0]).toMatchObject([expect.anything(), { account: { id } }])
})

test.each(['the status first', 'the end first'] as const)(
  'an account that is reconnected is reported once: %s',
  async (order) => {
    const id = await linkAccount()
    await reportStatus('disconnected', 10)
    host.upstream.script = ({ method }) =>
      method === 'POST' ? answers.checkpoint('OTP') : answers.account('acc_1')
    const anna = host.as('anna')
    const again = await anna.start({ ...linkedin(), accountId: id })
    const works = { type: 'account.status.running', account_id: 'acc_1', payload: { timestamp: soon(20) } }
    const reconnected = { ...(await added(host, again.id)), type: 'account.reconnect' }
    if (order === 'the status first') {
      await deliver(host, { ...works, id: 'evt_works' }, { applied: false })
      // It waits for the end of the attempt.
      await expect
        .poll(() => host.database.query("select attempts from connect_webhook_events where id = 'evt_works'"))
        .toEqual([{ attempts: expect.toSatisfy((attempts: number) => attempts > 1) }])
      await deliver(host, reconnected)
      await expect
        .poll(() =>
          host.database.query(
            "select failure from connect_webhook_events where id = 'evt_works' and processed_at is not null",
          ),
        )
        .toEqual([{ failure: null }])
    } else {
      await deliver(host, reconnected)
      await deliver(host, works)
    }
    expect((await anna.read(again.id)).step.type).toBe('relinked')
    await host.delivered()
    expect(calls.map(([name]) => name)).toEqual(['accountLinked', 'accountNeedsOwner', 'accountRelinked'])
  },
)

test('an account that works again after an attempt to reconnect it was canceled is reported', async () => {
  const id = await linkAccount()
  await reportStatus('disconnected', 10)
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const again = await anna.start({ ...linkedin(), accountId: id })
  await anna.intent('DELETE', `/intents/${again.id}`)
  await reportStatus('running', 20)
  await host.delivered()
  const names = calls.map(([name]) => name).filter((name) => name !== 'attemptAbandoned')
  expect(names).toEqual(['accountLinked', 'accountNeedsOwner', 'accountRecovered'])
})

test('an account that is linked after its intent ended is reported once, however often its event is applied', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const { id } = await host.as('anna').start()
  await host.database.query('update connect_intents set expires_at = created_at')
  expect((await host.as('anna').read(id)).step.type).toBe('expired')
  host.upstream.script = () => answers.account('acc_1')
  await deliver(host, await added(host, id))
  await deliver(host, await added(host, id))
  await host.delivered()
  expect(calls.filter(([name]) => name === 'accountLinked')).toEqual([['accountLinked', event('running')]])
  const noted = await host.handler.audit({ userId: 'anna' })
  expect(noted.filter(({ action }) => action === 'account_linked')).toHaveLength(1)
})

test('a restriction is reported for the owner, and for no other user', async () => {
  host.upstream.script = () =>
    answers.error(403, 'api/account_restricted', { detail: 'Too many requests. User id: 4711' })
  await host.as('anna').start()
  host.upstream.script = () => answers.error(403, 'api/already_exists', { detail: 'acc_1' })
  await host.as('anna').start()
  await host.delivered()
  expect(calls).toEqual([
    [
      'accountRestricted',
      {
        ...fact,
        userId: 'anna',
        provider: 'linkedin',
        reason: 'Too many requests. User id: 4711',
        providerUserId: '4711',
      },
    ],
  ])
})

test('a close waits for a callback as long as it waits for requests', async () => {
  let finish = () => {}
  let start = () => {}
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  let finished = false
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = await startTestHost({
    on: {
      async accountLinked() {
        start()
        await held
        finished = true
      },
    },
    timings: { closeGraceMs: 5_000 },
  })
  slow.upstream.script = () => answers.account('acc_1')
  await slow.as('anna').start()
  await started
  const closed = slow.close()
  finish()
  await closed
  expect(finished).toBe(true)
})
