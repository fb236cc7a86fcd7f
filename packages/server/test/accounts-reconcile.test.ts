import { type Account, readAccountList } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConnectCallbacks, ConnectHandler } from '../src/index.ts'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.delivered()
  await host.reset()
})

/** An instance starts slowly on a busy machine. */

async function accountsOf(userId: string): Promise<Account[]> {
  return readAccountList(await (await host.as(userId).send('GET', '/accounts')).json()).accounts
}

/** Unipile, with these accounts. */
interface World {
  /** By Unipile's id, the members that differ from the usual ones. */
  readonly accounts: Map<string, object>
  /** The response to return instead, if any. */
  fault?: (path: string) => Reply | undefined
  readonly pageSize?: number
}

function play(world: World): World {
  host.upstream.script = ({ path, method }) => {
    const fault = world.fault?.(path)
    if (fault) return fault
    const url = new URL(path, 'http://unipile.test')
    if (url.pathname === '/v2/accounts/') {
      const offset = Number(url.searchParams.get('offset') ?? 0)
      const ids = [...world.accounts.keys()]
      const end = offset + (world.pageSize ?? Number(url.searchParams.get('limit') ?? 20))
      const data = ids.slice(offset, end).map((id) => answers.account(id, world.accounts.get(id)).json)
      return { json: { object: 'Accounts', data, has_more: end < ids.length } }
    }
    const id = url.pathname.split('/').at(-1) ?? ''
    const found = world.accounts.get(id)
    if (method === 'GET') {
      return found ? answers.account(id, found) : answers.error(404, 'api/resource_not_found')
    }
    return answers.error(500, 'api/internal_error')
  }
  return world
}

async function link(userId: string, ...accountIds: string[]) {
  for (const accountId of accountIds) {
    host.upstream.script = () => answers.account(accountId)
    await host.as(userId).start(linkedin())
  }
}

/** Starts an instance while the comparison is due, as it is if none was made for a long time. */
async function startInstance(timings: object = {}): Promise<ConnectHandler> {
  host.upstream.calls.length = 0
  await makeDue()
  return host.another({ timings })
}

const makeDue = () =>
  host.database.query("update connect_jobs set due_at = '2000-01-01' where name = 'reconcile'")

async function dueAt(): Promise<Date> {
  const [row] = await host.database.query("select due_at from connect_jobs where name = 'reconcile'")
  return new Date(String(row?.due_at))
}

const listings = () => host.upstream.calls.filter(({ path }) => path.startsWith('/v2/accounts/?'))

test('applies what lost webhooks would have reported, page by page, and announces it', async () => {
  await link('anna', 'acc_1', 'acc_2', 'acc_3')
  await link('ben', 'acc_4')
  const news = new Map<string, object>([
    ['acc_1', { status: 'disconnected' }],
    ['acc_2', { name: 'Anna Renamed' }],
    ['acc_3', { initial_sync: { status: 'completed' } }],
    ['acc_4', {}],
  ])
  play({ accounts: news, pageSize: 2 })
  const anna = host.as('anna')
  const stream = await anna.send('GET', '/accounts/events')
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let received = ''
  const reading = (async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return
      received += part.value
    }
  })()
  const instance = await startInstance()
  await expect
    .poll(() => accountsOf('anna'))
    .toMatchObject([
      { status: 'disconnected' },
      { name: 'Anna Renamed', status: 'running' },
      { initialSync: 'completed' },
    ])
  expect(await accountsOf('ben')).toMatchObject([{ status: 'running', name: 'Anna Sandbox' }])
  await expect.poll(() => received).toContain('"disconnected"')
  expect(listings().map(({ path }) => path)).toHaveLength(2)
  await instance.close()
  await reader?.cancel()
  await reading
})

test('one account that cannot be read does not keep the others from being compared', async () => {
  await link('anna', 'acc_1', 'acc_2', 'acc_3')
  play({
    accounts: new Map<string, object>([
      ['acc_1', { name: 42 }],
      ['acc_2', { object: 'AccountOfTomorrow' }],
      ['acc_3', { status: 'disconnected', name: 'Anna \ud83d' }],
    ]),
  })
  const instance = await startInstance()
  await expect
    .poll(() => accountsOf('anna'))
    .toMatchObject([{ status: 'running' }, { status: 'running' }, { status: 'disconnected' }])
  await expect.poll(() => host.log.join()).toContain('in a form that cannot be read')
  await expect.poll(dueAt).not.toEqual(new Date('2000-01-01'))
  expect(host.log.join()).not.toContain('A job failed')
  await instance.close()
})

test('keeps a status that a webhook reported after the list was requested', async () => {
  await link('anna', 'acc_1')
  await link('ben', 'acc_2')
  play({
    accounts: new Map([
      ['acc_1', { status: 'paused' }],
      ['acc_2', { status: 'paused' }],
    ]),
  })
  const ahead = new Date(Date.now() + 60_000).toISOString()
  await host.database.query(
    `update connect_accounts set status = 'disconnected', status_at = '${ahead}' where account_id = 'acc_1'`,
  )
  const instance = await startInstance()
  await expect.poll(() => accountsOf('ben')).toMatchObject([{ status: 'paused' }])
  expect(await accountsOf('anna')).toMatchObject([{ status: 'disconnected' }])
  await instance.close()
})

test('removes accounts that no longer exist at Unipile, and links none that no user linked here', async () => {
  await link('anna', 'acc_0', 'acc_1', 'acc_2', 'acc_3')
  // Linked while the list is read, which does not have it yet.
  await host.database.query(
    "update connect_accounts set created_on = '2999-01-01' where account_id = 'acc_0'",
  )
  const world = play({
    accounts: new Map([
      ['acc_1', {}],
      ['acc_stranger', {}],
    ]),
  })
  // The list skips this one, as lists that change while they are read can; requested by its id, it exists.
  world.fault = (path) => (path === '/v2/accounts/acc_3' ? answers.account('acc_3') : undefined)
  const removed: string[] = []
  host.upstream.calls.length = 0
  host.log.length = 0
  await makeDue()
  const instance = await host.another({
    on: { accountRemoved: (event) => void removed.push(event.unipileAccountId) },
  })
  await expect.poll(() => removed).toEqual(['acc_2'])
  // It requests them in the order of their ids.
  await expect.poll(() => host.upstream.calls.at(-1)?.path).toBe('/v2/accounts/acc_3')
  await instance.close()
  expect(await host.database.query('select account_id from connect_accounts order by account_id')).toEqual([
    { account_id: 'acc_0' },
    { account_id: 'acc_1' },
    { account_id: 'acc_3' },
  ])
  const counted = host.log.filter((line) => line.includes('were not linked here'))
  expect(counted.map((line) => JSON.parse(line).accounts)).toEqual([1])
})

test('removes nothing if the list is incomplete, and tries again', async () => {
  await link('anna', 'acc_1', 'acc_2', 'acc_3')
  const world = play({
    accounts: new Map([
      ['acc_1', { status: 'paused' }],
      ['acc_2', {}],
    ]),
    pageSize: 1,
  })
  let isBroken = true
  world.fault = (path) =>
    isBroken && path.includes('offset=1') ? answers.error(503, 'api/internal_error') : undefined
  const instance = await startInstance()
  await expect.poll(() => host.log.join()).toContain('A job failed')
  expect(await accountsOf('anna')).toMatchObject([{ status: 'paused' }, {}, {}])
  isBroken = false
  await expect.poll(() => accountsOf('anna')).toHaveLength(2)
  await instance.close()
})

test("removes nothing if most accounts are missing, as with another application's key", async () => {
  const many = Array.from({ length: 12 }, (_, index) => `acc_many_${index}`)
  await link('anna', ...many)
  play({ accounts: new Map([['acc_stranger', {}]]) })
  const instance = await startInstance()
  await expect.poll(() => host.log.join()).toContain('nothing was removed')
  expect(await accountsOf('anna')).toHaveLength(12)
  expect(host.upstream.calls).toHaveLength(1)
  await instance.close()
})

test('delays neither the start nor the close', async () => {
  play({ accounts: new Map(), fault: () => 'never' })
  const instance = await startInstance({ upstreamTimeoutMs: 60_000 })
  await expect.poll(() => listings()).toHaveLength(1)
  expect(await instance.ready()).toMatchObject({ isReady: true })
  await instance.close()
  // The remaining instance takes it over at once.
  expect((await dueAt()).getTime()).toBeLessThanOrEqual(Date.now())
})

test('runs at the start only, if the host sets that', async () => {
  await link('anna', 'acc_1')
  play({ accounts: new Map([['acc_1', { status: 'disconnected' }]]) })
  const instance = await startInstance({ reconcileMinutes: 0 })
  await expect.poll(() => accountsOf('anna')).toMatchObject([{ status: 'disconnected' }])
  await instance.close()
  expect(listings()).toHaveLength(1)
})

test('leaves an account that its user is reconnecting to the end of that attempt', async () => {
  const recovered: string[] = []
  const on: Partial<ConnectCallbacks> = {
    accountRecovered: ({ unipileAccountId }) => void recovered.push(unipileAccountId),
  }
  await link('anna', 'acc_1', 'acc_2')
  await host.database.query("update connect_accounts set status = 'disconnected' where account_id = 'acc_1'")
  const anna = host.as('anna')
  const [account] = await accountsOf('anna')
  host.upstream.script = () => answers.checkpoint('OTP')
  const { id } = await anna.start({ ...linkedin(), accountId: account?.id })
  const world = play({
    accounts: new Map<string, object>([
      ['acc_1', {}],
      ['acc_2', { status: 'errored' }],
    ]),
  })
  await makeDue()
  const first = await host.another({ on })
  // The list is compared in its order.
  await expect
    .poll(() => accountsOf('anna'))
    .toMatchObject([{ status: 'disconnected' }, { status: 'errored' }])
  await first.close()
  expect(recovered).toEqual([])
  await anna.intent('DELETE', `/intents/${id}`)
  world.accounts.set('acc_2', {})
  await makeDue()
  const second = await host.another({ on })
  await expect.poll(() => accountsOf('anna')).toMatchObject([{ status: 'running' }, { status: 'running' }])
  await host.delivered()
  await second.close()
  expect(recovered.sort()).toEqual(['acc_1', 'acc_2'])
})
