import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { linkedin, whatsapp } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { added, deliver } from './webhook-delivery.ts'

const key = 'a-key-that-the-browser-chose'
const reference = `/intents/key:${key}`

/** Responses of both APIs. An account has the id of its intent. */
const replies = {
  v2: {
    account: (id: string): Reply => answers.account(id),
    otp: (id: string): Reply => answers.checkpoint('OTP', {}, id),
    qr: (id: string): Reply => answers.qr('a code', id),
    missing: answers.error(404, 'api/resource_not_found'),
    down: answers.error(503, 'api/internal_error'),
  },
  v1: {
    account: (id: string): Reply => ({ status: 201, json: { object: 'AccountCreated', account_id: id } }),
    otp: (id: string): Reply => ({
      status: 202,
      json: { object: 'Checkpoint', account_id: id, checkpoint: { type: 'OTP' } },
    }),
    qr: (id: string): Reply => ({
      status: 202,
      json: { object: 'Checkpoint', account_id: id, checkpoint: { type: 'QRCODE', qrcode: 'a code' } },
    }),
    missing: { status: 404, json: { object: 'Error', type: 'errors/resource_not_found', status: 404 } },
    down: { status: 503, json: { object: 'Error', type: 'errors/service_unavailable', status: 503 } },
  },
}

const linked = vi.fn()

/** Something that happens once. */
function signal() {
  let set = () => {}
  const isSet = new Promise<void>((resolve) => {
    set = resolve
  })
  return { isSet, set: () => set() }
}

describe.each(['v2', 'v1'] as const)('API %s', (upstreamApi) => {
  const reply = replies[upstreamApi]
  let host: TestHost
  /** What Unipile has linked. */
  const there = new Set<string>()
  let removals = 0

  beforeAll(async () => {
    host = await startTestHost({
      upstreamApi,
      on: { accountLinked: linked, accountRelinked: linked },
      // A response that the test holds back never times out.
      timings: { upstreamTimeoutMs: 20_000 },
    })
  })
  afterAll(() => host.close())
  beforeEach(async () => {
    await host.reset()
    there.clear()
    removals = 0
    linked.mockReset()
  })

  /** Unipile, whose starts and solved checkpoints return what the test says. */
  function script({ onStart, onSolve }: { onStart: () => Reply | Promise<Reply>; onSolve?: typeof onStart }) {
    host.upstream.script = ({ method, path }) => {
      if (method === 'DELETE') {
        removals += 1
        return there.delete(path.split('/').at(-1) ?? '') ? { json: {} } : reply.missing
      }
      if (method === 'GET') return reply.missing
      return path.endsWith('checkpoint') ? (onSolve ?? onStart)() : onStart()
    }
  }

  function link(id: string): Reply {
    there.add(id)
    return reply.account(id)
  }

  /** A response that waits until `release`; `called` once it was asked for. */
  function held(respond: () => Reply) {
    const called = signal()
    const released = signal()
    return {
      called: called.isSet,
      release: () => released.set(),
      async respond() {
        called.set()
        await released.isSet
        return respond()
      },
    }
  }

  const accounts = () => host.database.query('select account_id from connect_accounts')
  const expectNothingLinked = async () => {
    await expect.poll(() => [...there]).toEqual([])
    expect(await accounts()).toEqual([])
    expect(linked).not.toHaveBeenCalled()
  }

  test('a start that is canceled while it is pending links nothing', async () => {
    const slow = held(() => link('acc_1'))
    script({ onStart: slow.respond })
    const anna = host.as('anna')
    const pending = anna.start(linkedin(), key)
    await slow.called
    expect((await anna.intent('GET', reference)).step.type).toBe('loading')
    expect((await host.as('ben').problem('GET', reference)).code).toBe('intent_not_found')
    expect((await anna.intent('DELETE', reference)).step).toEqual({ type: 'canceled' })
    slow.release()
    expect((await pending).step).toEqual({ type: 'canceled' })
    await expectNothingLinked()
    expect((await anna.intent('GET', reference)).step).toEqual({ type: 'canceled' })
  })

  test('a cancel that comes after the link returns linked', async () => {
    script({ onStart: () => link('acc_1') })
    const anna = host.as('anna')
    await anna.start(linkedin(), key)
    expect((await anna.intent('DELETE', reference)).step.type).toBe('linked')
    expect(await accounts()).toEqual([{ account_id: 'acc_1' }])
    expect(linked).toHaveBeenCalledOnce()
    expect(removals).toBe(0)
  })

  test('a cancel that overtakes its start keeps it from starting', async () => {
    script({ onStart: () => link('acc_1') })
    const anna = host.as('anna', { providers: ['linkedin'] })
    expect((await anna.problem('GET', reference)).code).toBe('intent_not_found')
    for (const malformed of ['key:', 'key:%00', `key:${'a'.repeat(129)}`]) {
      expect((await anna.problem('DELETE', `/intents/${malformed}`)).code).toBe('intent_not_found')
    }
    expect((await anna.intent('DELETE', reference)).step).toEqual({ type: 'canceled' })
    expect((await anna.start(linkedin(), key)).step).toEqual({ type: 'canceled' })
    expect((await anna.intent('DELETE', reference)).step).toEqual({ type: 'canceled' })
    expect(host.upstream.calls).toEqual([])
  })

  test('an answer that is checked when the user cancels links nothing, even if Unipile is down', async () => {
    const slow = held(() => link('acc_1'))
    script({ onStart: () => reply.otp('acc_1'), onSolve: slow.respond })
    const anna = host.as('anna')
    const posed = await anna.start()
    const answered = anna.solve(posed, '123456')
    await slow.called
    expect((await anna.intent('DELETE', `/intents/${posed.id}`)).step).toEqual({ type: 'canceled' })
    const { script: up } = host.upstream
    host.upstream.script = (call, signal) => (call.method === 'DELETE' ? reply.down : up(call, signal))
    slow.release()
    expect((await answered).step).toEqual({ type: 'canceled' })
    const failures = () => host.database.query('select failure from connect_removals')
    await expect.poll(failures).toEqual([{ failure: 'upstream_unavailable' }])
    host.upstream.script = up
    await expectNothingLinked()
  })

  test('a code that is scanned after the cancel links nothing, if no response and no webhook says so', async () => {
    script({ onStart: () => reply.qr('acc_1'), onSolve: () => 'never' })
    const { id } = await host.as('anna').start(whatsapp)
    await host.as('anna').intent('DELETE', `/intents/${id}`)
    await expect.poll(() => removals).toBeGreaterThan(0)
    there.add('acc_1')
    await expectNothingLinked()
  })

  test('another instance removes what an instance that died had claimed', async () => {
    there.add('acc_1')
    script({ onStart: () => reply.missing })
    await host.database.query(
      `insert into connect_removals (id, until, due_at, attempts) values ('acc_1', now(), now() + interval '300 milliseconds', 1)`,
    )
    await host.database.query(`select pg_notify('connect_removal', '')`)
    await expectNothingLinked()
  })

  test('an account that a user has is never removed', async () => {
    script({ onStart: () => link('acc_1') })
    await host.as('anna').start()
    await host.database.query(
      `insert into connect_removals (id, until, due_at) values ('acc_1', now() + interval '1 hour', now())`,
    )
    await host.database.query(`select pg_notify('connect_removal', '')`)
    const settled = () => host.database.query('select id from connect_removals where settled_at is not null')
    await expect.poll(settled).toEqual([{ id: 'acc_1' }])
    expect(removals).toBe(0)
  })

  test('a reconnect that is canceled leaves the account as it was', async () => {
    script({ onStart: () => link('acc_1') })
    const anna = host.as('anna')
    const { step } = await anna.start()
    const accountId = step.type === 'linked' ? step.account.id : ''
    const slow = held(() => link('acc_1'))
    script({ onStart: () => reply.otp('acc_1'), onSolve: slow.respond })
    const posed = await anna.start({ ...linkedin(), accountId })
    const answered = anna.solve(posed, '123456')
    await slow.called
    await anna.intent('DELETE', `/intents/${posed.id}`)
    slow.release()
    expect((await answered).step).toEqual({ type: 'canceled' })
    expect(await host.database.query('select id from connect_removals')).toEqual([])
    expect(await accounts()).toEqual([{ account_id: 'acc_1' }])
    expect(linked).toHaveBeenCalledOnce()
  })
})

describe('a webhook and a cancel', () => {
  let host: TestHost
  beforeAll(async () => {
    host = await startTestHost({ on: { accountLinked: linked }, timings: { upstreamTimeoutMs: 20_000 } })
  })
  afterAll(() => host.close())
  beforeEach(async () => {
    await host.reset()
    linked.mockReset()
  })

  test('before the response: the account is removed once the webhook arrives', async () => {
    const removed: string[] = []
    const [started, died] = [signal(), signal()]
    host.upstream.script = async ({ method, path }) => {
      if (method === 'DELETE') {
        removed.push(path)
        return { json: {} }
      }
      started.set()
      // The instance gets no response, as if it had died.
      await died.isSet
      return 'reset'
    }
    const anna = host.as('anna')
    const pending = anna.problem('POST', '/intents', linkedin(), { 'idempotency-key': key })
    await started.isSet
    const { id } = await anna.intent('DELETE', reference)
    await deliver(host, await added(host, id))
    await expect.poll(() => removed).toEqual(['/v2/accounts/acc_1'])
    died.set()
    expect((await pending).code).toBe('upstream_unreachable')
    expect(await host.database.query('select id from connect_accounts')).toEqual([])
    expect(linked).not.toHaveBeenCalled()
  })

  test('after the webhook: the cancel returns linked', async () => {
    const [started, died] = [signal(), signal()]
    host.upstream.script = async ({ method }) => {
      if (method === 'GET') return answers.account('acc_1')
      started.set()
      await died.isSet
      return 'reset'
    }
    const anna = host.as('anna')
    const pending = anna.problem('POST', '/intents', linkedin(), { 'idempotency-key': key })
    await started.isSet
    const { id } = await anna.intent('GET', reference)
    await deliver(host, await added(host, id))
    expect((await anna.intent('DELETE', reference)).step.type).toBe('linked')
    expect(linked).toHaveBeenCalledOnce()
    died.set()
    await pending
  })
})
