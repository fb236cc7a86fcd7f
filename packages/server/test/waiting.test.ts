import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { IntentStore } from '../src/store/intent-store.ts'
import { whatsapp } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

const isPoll = (body: Record<string, unknown>) => body.code === ''
const polls = () => host.upstream.calls.filter(({ body }) => isPoll(body))

/** Responds to the start with `start`, and to each poll with the result of `poll`. */
function wait(start: Reply, poll: (count: number, signal: AbortSignal) => Reply | Promise<Reply>) {
  host.upstream.script = ({ path, body }, signal) => {
    if (path === '/v2/auth/intent') return start
    return isPoll(body) ? poll(polls().length, signal) : 'reset'
  }
}

const inApp = answers.checkpoint('IN_APP_VALIDATION')

async function reaches(id: string, step: object) {
  await expect.poll(async () => (await host.as('anna').read(id)).step).toMatchObject(step)
}

test('an approval is polled for until it arrives, without a revision per poll', async () => {
  wait(inApp, (count) => (count < 4 ? inApp : answers.account('acc_1')))
  const posed = await host.as('anna').start()
  await reaches(posed.id, { type: 'linked' })
  expect((await host.as('anna').read(posed.id)).revision).toBe(posed.revision + 1)
})

const shows = (type: string, value: string) =>
  answers.checkpoint(type, { display: { type: 'NUMBER', value } })

test.each(['IN_APP_VALIDATION', 'OTP_OR_IN_APP_VALIDATION', 'DISPLAY'])(
  'what %s shows is replaced at the same checkpoint, and gone with its end',
  async (type) => {
    let approve = () => {}
    const approval = new Promise<void>((resolve) => {
      approve = resolve
    })
    wait(shows(type, '41'), async (count) => {
      if (count < 3) return shows(type, '41')
      if (count < 5) return shows(type, '42')
      await approval
      return answers.account('acc_1')
    })
    const posed = await host.as('anna').start()
    expect(posed.step).toMatchObject({ show: { value: '41' } })
    await reaches(posed.id, { show: { value: '42' } })
    const replaced = await host.as('anna').read(posed.id)
    expect(replaced.revision).toBe(posed.revision + 1)
    expect(replaced.step).toEqual({ ...posed.step, show: { kind: 'number', value: '42', label: '42' } })
    approve()
    await reaches(posed.id, { type: 'linked' })
    expect(JSON.stringify(await host.as('anna').read(posed.id))).not.toContain('"show"')
  },
)

test('a new one is shown at the same checkpoint if the user asks for it', async () => {
  host.upstream.script = ({ path }) =>
    path === '/v2/auth/checkpoint/request' ? shows('DISPLAY', '77') : shows('DISPLAY', '41')
  const anna = host.as('anna')
  const posed = await anna.start()
  const renewed = await anna.intent('POST', `/intents/${posed.id}/challenge`, {})
  expect(renewed.step).toMatchObject({
    id: 'id' in posed.step ? posed.step.id : '',
    type: 'show',
    show: { value: '77' },
  })
})

test('polls are not more frequent than the pause allows', async () => {
  const slow = await startTestHost({ timings: { pollEveryMs: 60_000 } })
  slow.upstream.script = () => inApp
  const { id } = await slow.as('anna').start()
  await expect.poll(() => slow.upstream.calls).toHaveLength(2)
  for (let verb = 0; verb < 5; verb++) await slow.as('anna').problem('POST', `/intents/${id}/resend`)
  expect(slow.upstream.calls).toHaveLength(2)
  await slow.close()
})

test.each<{ what: string; reply: Reply; step: object }>([
  {
    what: 'declined on the phone',
    reply: answers.error(401, 'provider/invalid_authorization'),
    step: { type: 'failed', error: { code: 'approval_declined' }, retryable: true },
  },
  { what: 'never approved', reply: answers.error(504, 'provider/timeout'), step: { type: 'expired' } },
  { what: 'no longer known', reply: answers.error(404, 'api/resource_not_found'), step: { type: 'expired' } },
  {
    what: 'someone else',
    reply: answers.error(403, 'api/already_exists', { detail: 'acc_9' }),
    step: { type: 'duplicate' },
  },
  {
    what: 'permanently refused',
    reply: answers.error(418, 'api/teapot'),
    step: { type: 'failed', error: { code: 'upstream_rejected' }, retryable: false },
  },
  {
    what: 'followed by a password',
    reply: answers.checkpoint('2FA', { platform: 'APP' }),
    step: { type: 'two_factor' },
  },
])('a wait that is $what ends so', async ({ reply, step }) => {
  wait(inApp, () => reply)
  const { id } = await host.as('anna').start()
  await reaches(id, step)
})

test('a wait survives temporary faults', async () => {
  const faults: Reply[] = [
    answers.error(503, 'api/internal_error'),
    'reset',
    { text: 'garbage' },
    answers.error(429, 'api/too_many_requests', {}, { 'retry-after': '0' }),
    answers.error(401, 'provider/invalid_checkpoint_code'),
  ]
  wait(answers.qr('one'), () => faults.shift() ?? answers.account('acc_1'))
  const { id } = await host.as('anna').start(whatsapp)
  await reaches(id, { type: 'linked' })
  expect(faults).toEqual([])
})

test('a code can be entered while an approval is awaited', async () => {
  const either = answers.checkpoint('OTP_OR_IN_APP_VALIDATION')
  host.upstream.script = ({ path, body }, signal) => {
    if (path === '/v2/auth/intent') return either
    if (isPoll(body)) return once(signal, 'abort').then((): Reply => 'never')
    return body.code === '123456'
      ? answers.account('acc_1')
      : answers.error(401, 'provider/invalid_checkpoint_code')
  }
  const anna = host.as('anna')
  const posed = await anna.start()
  await expect.poll(() => polls()).toHaveLength(1)
  const refused = await anna.solve(posed, '000000')
  expect(refused.step).toMatchObject({ type: 'otp_or_in_app', error: { code: 'invalid_code' } })
  expect((await anna.solve(refused, '123456')).step.type).toBe('linked')
})

test('a poll that finds the checkpoint passed does not end what an answer has just linked', async () => {
  let solved = () => {}
  const solving = new Promise<void>((resolve) => {
    solved = resolve
  })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  host.upstream.script = async ({ path, body }) => {
    if (path === '/v2/auth/intent') return answers.checkpoint('OTP_OR_IN_APP_VALIDATION')
    if (isPoll(body)) {
      await solving
      return answers.error(404, 'api/resource_not_found')
    }
    solved()
    await held
    return answers.account('acc_1')
  }
  const anna = host.as('anna')
  const posed = await anna.start()
  await expect.poll(() => polls()).toHaveLength(1)
  const solution = anna.solve(posed, '1')
  await solving
  await vi.waitFor(async () => {
    const [row] = await host.database.query('select lease_owner from connect_intents')
    expect(row).toEqual({ lease_owner: null })
  }, 20_000)
  release()
  expect((await solution).step.type).toBe('linked')
})

test('a cancel ends the call that is held', async () => {
  let dropped = () => {}
  const drop = new Promise<void>((resolve) => {
    dropped = resolve
  })
  wait(answers.qr('one'), (_, signal) => {
    signal.addEventListener('abort', dropped)
    return 'never'
  })
  const { id } = await host.as('anna').start(whatsapp)
  await expect.poll(() => polls()).toHaveLength(1)
  expect((await host.as('anna').intent('DELETE', `/intents/${id}`)).step.type).toBe('canceled')
  await drop
  expect(polls()).toHaveLength(1)
})

test('an intent that is leased again before its last wait has ended is polled at once', async () => {
  const patient = await startTestHost({ timings: { leaseMs: 60_000 } })
  const { endLease, leaseDue } = IntentStore.prototype
  let leased = (_: string[]) => {}
  const leasing = vi.spyOn(IntentStore.prototype, 'leaseDue').mockImplementation(async function (
    this: IntentStore,
    ...args
  ) {
    const due = await leaseDue.apply(this, args)
    leased(due.map(({ id }) => id))
    return due
  })
  const ending = vi.spyOn(IntentStore.prototype, 'endLease').mockImplementationOnce(async function (
    this: IntentStore,
    ...args
  ) {
    const again = new Promise<void>((resolve) => {
      leased = (ids) => ids.includes(args[0]) && resolve()
    })
    await endLease.apply(this, args)
    await this.notifyWaiters()
    await again
  })
  const asked = () => patient.upstream.calls.filter(({ body }) => isPoll(body))
  patient.upstream.script = ({ body }) =>
    isPoll(body) && asked().length > 1 ? answers.account('acc_1') : inApp
  try {
    const { id } = await patient.as('anna').start()
    await expect.poll(async () => (await patient.as('anna').read(id)).step.type).toBe('linked')
    expect(ending).toHaveBeenCalled()
  } finally {
    ending.mockRestore()
    leasing.mockRestore()
    await patient.close()
  }
})

describe('with several instances', () => {
  test('one polls, and another takes over when it closes', async () => {
    wait(answers.qr('one'), (_, signal) => once(signal, 'abort').then((): Reply => 'never'))
    const lease = async () => {
      const open = 'select lease_owner, lease_until from connect_intents where ended_at is null'
      const [row] = await host.database.query(open)
      return row
    }
    const start = async (on = host.handler) => {
      host.upstream.calls.length = 0
      const { id } = await host.as('anna', { on }).start(whatsapp)
      await expect.poll(() => polls()).toHaveLength(1)
      return { id, lease: await lease() }
    }
    const end = (id: string) => host.as('anna').intent('DELETE', `/intents/${id}`)
    // Alone, this one polls.
    const alone = await start()
    await end(alone.id)
    const other = await host.another()
    // Either may happen first.
    const { id, lease: before } = await vi.waitFor(async () => {
      const started = await start(other)
      if (started.lease?.lease_owner !== alone.lease?.lease_owner) return started
      await end(started.id)
      throw new Error('The other instance does not poll.')
    }, 20_000)
    await expect
      .poll(async () => Number((await lease())?.lease_until))
      .toBeGreaterThan(Number(before?.lease_until) + 300)
    expect(polls()).toHaveLength(1)
    await other.close()
    await expect.poll(() => polls()).toHaveLength(2)
    expect((await lease())?.lease_owner).toBe(alone.lease?.lease_owner)
    await end(id)
  })

  test('another takes over from one that died, and the scan links once', async () => {
    let scanned = false
    wait(answers.qr('one'), (_, signal) =>
      scanned ? answers.account('acc_1') : once(signal, 'abort').then((): Reply => 'never'),
    )
    const { id } = await host.as('anna').start(whatsapp)
    await expect.poll(() => polls()).toHaveLength(1)
    // A dead instance never renews or releases its lease.
    await host.database.query(
      "update connect_intents set lease_owner = 'the dead', lease_until = now() + interval '200 ms'",
    )
    scanned = true
    await reaches(id, { type: 'linked' })
    expect(await host.database.query('select account_id from connect_accounts')).toHaveLength(1)
  })
})
