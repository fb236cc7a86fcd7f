import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { linkedin, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { added as addedBy, type Delivery, deliver as deliverTo } from './webhook-delivery.ts'

let host: TestHost
let other: ConnectHandler

beforeAll(async () => {
  host = await startTestHost()
  other = await host.another()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

let races = 0

const deliver = (event: object, delivery?: Delivery) => deliverTo(host, event, delivery)
const added = (id: string, accountId?: string) => addedBy(host, id, accountId)
const failures = async () => {
  const rows = await host.database.query('select failure from connect_webhook_events order by received_at')
  return rows.map(({ failure }) => failure)
}

describe('a webhook', () => {
  test.each<{ what: string; delivery: Delivery }>([
    { what: 'another secret', delivery: { secret: 'wrong' } },
    { what: 'an old time', delivery: { time: Math.floor(Date.now() / 1000) - 301 } },
    { what: 'a time in the future', delivery: { time: Math.floor(Date.now() / 1000) + 330 } },
    { what: 'no signature', delivery: { signature: '' } },
    { what: 'half a signature', delivery: { signature: `t=${Math.floor(Date.now() / 1000)},v0=abcd` } },
  ])('with $what is refused', async ({ delivery }) => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    const response = await deliver(await added(id), delivery)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'webhook_invalid' })
    expect((await host.as('anna').read(id)).step.type).toBe('otp')
  })

  test('is refused with any signature if the host has set no secret', async () => {
    const bare = await startTestHost({ unsigned: true })
    expect((await deliver({ type: 'account.remove' }, { on: bare.handler, secret: '' })).status).toBe(401)
    await bare.close()
  })

  test.each(['in the payload', 'beside it'])(
    'settles the intent whose state it carries %s',
    async (place) => {
      host.upstream.script = ({ method }) =>
        method === 'GET' ? answers.account('acc_1', { name: 'From Unipile' }) : answers.checkpoint('OTP')
      const { id } = await host.as('anna').start()
      const event = await added(id)
      const placed = place === 'beside it' ? { ...event, payload: {}, state: event.payload.state } : event
      expect((await deliver(placed)).status).toBe(200)
      const { step } = await host.as('anna').read(id)
      expect(step).toMatchObject({ type: 'linked', account: { name: 'From Unipile' } })
      expect(host.upstream.calls.at(-1)).toMatchObject({ method: 'GET', path: '/v2/accounts/acc_1' })
    },
  )

  test('links nothing for an unknown state', async () => {
    expect(
      (await deliver({ type: 'account.add', account_id: 'acc_1', payload: { state: 'theirs' } })).status,
    ).toBe(200)
    expect((await deliver({ type: 'account.add', account_id: 'acc_1' })).status).toBe(200)
    expect(await host.database.query('select * from connect_accounts')).toEqual([])
    expect(host.upstream.calls).toEqual([])
  })

  test('that cannot be applied is tried again, until it is applied', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    const event = { ...(await added(id)), id: 'evt_again' }
    host.upstream.script = () => answers.error(503, 'api/internal_error')
    expect((await deliver(event, { applied: false })).status).toBe(200)
    await expect.poll(() => failures()).toEqual(['upstream_unavailable'])
    expect((await host.as('anna').read(id)).step.type).toBe('otp')
    host.upstream.script = () => answers.account('acc_1')
    await expect.poll(() => failures()).toEqual([null])
    expect((await host.as('anna').read(id)).step.type).toBe('linked')
    const calls = host.upstream.calls.length
    expect((await deliver(event)).status).toBe(200)
    expect(host.upstream.calls).toHaveLength(calls)
  })

  test('of an account that Unipile has removed again is tried for some seconds, and then links nothing', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    host.upstream.script = () => answers.error(404, 'api/resource_not_found')
    await deliver(await added(id), { applied: false })
    await expect.poll(() => failures()).toEqual(['account_not_found'])
    await host.database.query(
      "update connect_webhook_events set received_at = received_at - interval '11 seconds'",
    )
    const open = 'select id from connect_webhook_events where processed_at is null'
    await expect.poll(() => host.database.query(open)).toEqual([])
    expect(await failures()).toEqual([null])
    expect((await host.as('anna').read(id)).step.type).toBe('otp')
    expect(await host.database.query('select id from connect_accounts')).toEqual([])
  })

  test('stores the newest status in any order, and removes the account', async () => {
    host.upstream.script = () => answers.account('acc_1')
    const anna = host.as('anna')
    await anna.start()
    const list = async () => JSON.stringify(await (await anna.send('GET', '/accounts')).json())
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
    const report = (status: string, timestamp: string, reason?: string) =>
      deliver({ type: `account.status.${status}`, account_id: 'acc_1', payload: { timestamp, reason } })
    await report('errored', at(20), 'proxy')
    expect(await list()).toContain('"status":"errored"')
    expect(await list()).toContain('"statusReason":"proxy"')
    await report('disconnected', at(10))
    expect(await list()).toContain('"status":"errored"')
    await report('running', at(30))
    expect(await list()).toContain('"status":"running"')
    expect(await list()).not.toContain('statusReason')
    expect((await report('levitating', at(40))).status).toBe(200)
    expect((await deliver({ type: 'account.unheard_of', account_id: 'acc_1' })).status).toBe(200)
    expect(await list()).toContain('"status":"running"')
    await deliver({ type: 'account.remove', account_id: 'acc_1' })
    expect(await list()).toBe('{"accounts":[]}')
  })

  test('that an account was locked or unlocked is a reason to read its status', async () => {
    host.upstream.script = () => answers.account('acc_1')
    const anna = host.as('anna')
    await anna.start()
    const statuses = () => host.database.query('select status from connect_accounts')
    for (const { type, account, status } of [
      { type: 'locked', account: { is_locked: true }, status: 'paused' },
      { type: 'unlocked', account: { status: 'disconnected' }, status: 'disconnected' },
    ]) {
      host.upstream.script = () => answers.account('acc_1', account)
      await deliver({ type: `account.${type}`, account_id: 'acc_1' })
      expect(await statuses()).toEqual([{ status }])
    }
  })

  test('without an id is refused', async () => {
    expect((await deliver({ id: '', type: 'account.add' })).status).toBe(400)
  })
})

describe('an account that is reported after the end', () => {
  const linkedTo = async (userId: string) =>
    (await host.database.query('select user_id from connect_accounts')).filter(
      (row) => row.user_id === userId,
    )
  const removals = () => host.upstream.calls.filter(({ method }) => method === 'DELETE')

  test('is linked to the user if our start timed out, so that a second try is their own duplicate', async () => {
    host.upstream.script = () => 'never'
    const anna = host.as('anna')
    const problem = await anna.problem('POST', '/intents', linkedin(), { 'idempotency-key': 'first' })
    expect(problem.code).toBe('upstream_timeout')
    const failed = await anna.start(linkedin(), 'first')
    expect(failed.step.type).toBe('failed')

    host.upstream.script = () => answers.account('acc_1', { name: 'Anna Late' })
    expect((await deliver(await added(failed.id))).status).toBe(200)
    expect((await anna.read(failed.id)).step).toEqual(failed.step)

    host.upstream.script = () => answers.error(403, 'api/already_exists', { detail: 'acc_1' })
    expect((await anna.start()).step).toMatchObject({ type: 'duplicate', account: { name: 'Anna Late' } })
    expect((await host.as('ben').start()).step).toEqual({ type: 'duplicate' })
  })

  test('is linked to the user if the intent expired, unless another user has it', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    await host.database.query('update connect_intents set expires_at = created_at')
    expect((await host.as('anna').read(id)).step.type).toBe('expired')
    host.upstream.script = () => answers.account('acc_1')
    await deliver(await added(id))
    expect(await linkedTo('anna')).toHaveLength(1)
    // The user was shown this end.
    expect((await host.as('anna').read(id)).step.type).toBe('expired')
    await host.database.query("update connect_accounts set user_id = 'ben'")
    await deliver(await added(id))
    expect(await linkedTo('anna')).toHaveLength(0)
    expect(removals()).toEqual([])
  })

  test.each(['expired', 'failed'])(
    'is removed at Unipile if it is another one than the %s attempt was to reconnect',
    async (end) => {
      host.upstream.script = () => answers.account('acc_1')
      const anna = host.as('anna')
      const { step } = await anna.start()
      const account = step.type === 'linked' ? step.account.id : ''
      host.upstream.script = () => answers.checkpoint('OTP')
      const posed = await anna.start({ ...linkedin(), accountId: account })
      if (end === 'expired') {
        await host.database.query('update connect_intents set expires_at = created_at')
      } else {
        host.upstream.script = () => answers.error(401, 'provider/invalid_credentials')
        await anna.solve(posed, '1')
      }
      expect((await anna.read(posed.id)).step.type).toBe(end)
      host.upstream.script = ({ path }) => answers.account(path.split('/').at(-1) ?? '')
      await deliver({ ...(await added(posed.id)), account_id: 'acc_stranger' })
      await expect.poll(() => removals().at(-1)?.path).toBe('/v2/accounts/acc_stranger')
      expect((await anna.read(posed.id)).step.type).toBe(end)
      const rows = await host.database.query('select account_id from connect_accounts')
      expect(rows).toEqual([{ account_id: 'acc_1' }])
    },
  )

  test('is removed at Unipile if the user had canceled', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    await host.as('anna').intent('DELETE', `/intents/${id}`)
    host.upstream.script = () => answers.error(503, 'api/internal_error')
    await deliver(await added(id))
    const removal = async () =>
      host.database.query("select failure, settled_at from connect_removals where id = 'acc_1'")
    await expect.poll(removal).toEqual([{ failure: 'upstream_unavailable', settled_at: null }])
    host.upstream.script = () => ({ json: { success: true } })
    await expect.poll(removal).toEqual([{ failure: null, settled_at: expect.any(Date) }])
    // The canceled sign-in itself is removed too, before or after it.
    expect(removals().map(({ path }) => path)).toContain('/v2/accounts/acc_1')
    expect(await linkedTo('anna')).toEqual([])
  })

  test('is left alone if it existed before', async () => {
    host.upstream.script = () => answers.account('acc_1')
    const { step } = await host.as('anna').start()
    const account = step.type === 'linked' ? step.account.id : ''
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start({ ...linkedin(), accountId: account })
    await host.as('anna').intent('DELETE', `/intents/${id}`)
    await deliver({ ...(await added(id)), type: 'account.reconnect' })
    await deliver(await added(id))
    expect(removals()).toEqual([])
    expect(await linkedTo('anna')).toHaveLength(1)
  })
})

/** The ways to an outcome, which race. */
const ways = ['poll', 'webhook', 'webhook again', 'cancel', 'cancel elsewhere', 'read'] as const

test('an intent settles once, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...ways], { minLength: 2 }),
      fc.scheduler(),
      async (race, scheduler) => {
        await host.reset()
        let scan = () => {}
        const scanned = new Promise<void>((resolve) => {
          scan = resolve
        })
        host.upstream.script = async ({ method, path }) => {
          if (path === '/v2/auth/intent') return answers.qr('one')
          if (method === 'POST') await scanned
          return answers.account('acc_1')
        }
        const anna = host.as('anna')
        const { id, revision } = await anna.start(whatsapp)
        const event = { ...(await added(id)), id: `evt_race_${++races}` }
        const act: Record<(typeof ways)[number], () => Promise<unknown>> = {
          poll: async () => scan(),
          webhook: () => deliver(event),
          'webhook again': () => deliver(event, { on: other }),
          cancel: () => anna.intent('DELETE', `/intents/${id}`),
          'cancel elsewhere': () => host.as('anna', { on: other }).intent('DELETE', `/intents/${id}`),
          read: () => anna.read(id),
        }
        const done = race.map((way) => scheduler.schedule(Promise.resolve(), way).then(act[way]))
        await scheduler.waitAll()
        await Promise.all(done)
        scan()
        const ended = await vi.waitFor(async () => {
          const intent = await anna.read(id)
          expect(['linked', 'canceled']).toContain(intent.step.type)
          return intent
        }, 20_000)
        expect(ended.revision).toBe(revision + 1)
        const accounts = await host.database.query('select account_id, user_id from connect_accounts')
        expect(accounts).toEqual(
          ended.step.type === 'linked' ? [{ account_id: 'acc_1', user_id: 'anna' }] : [],
        )
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)
