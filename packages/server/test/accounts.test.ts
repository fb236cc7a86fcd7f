import { type Account, readAccount, readAccountList } from '@connect-account/core/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { AccountStore, type StatusReport } from '../src/store/account-store.ts'
import type { Database } from '../src/store/database.ts'
import { readEvents } from './event-reader.ts'
import { linkedin, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { type Browser, readProblem, startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

let host: TestHost
let other: ConnectHandler

beforeAll(async () => {
  host = await startTestHost({ timings: { upstreamTimeoutMs: 20_000 } })
  other = await host.another()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

async function listOfAccounts(browser: Browser): Promise<Account[]> {
  return readAccountList(await (await browser.send('GET', '/accounts')).json()).accounts
}

let linked = 0

/** Links an account of this user and returns it with Unipile's id. */
async function link(browser: Browser, more: object = {}, start: object = linkedin()) {
  const accountId = `acc_${++linked}`
  host.upstream.script = () => answers.account(accountId, more)
  const { step } = await browser.start(start)
  if (step.type !== 'linked') throw new Error(`Not linked: ${step.type}`)
  return { ...step.account, accountId }
}

/** Opens the stream and reads its first list. */
async function watch(
  userId: string,
  options: { on?: ConnectHandler; providers?: string[]; after?: string } = {},
) {
  const on = options.on ?? host.handler
  const { providers, after } = options
  const token = await on.mintSession({ userId, ...(providers ? { providers } : {}) })
  const response = await on.fetch(
    new Request('http://host.test/connect/accounts/events', {
      headers: { authorization: `Bearer ${token}`, ...(after ? { 'last-event-id': after } : {}) },
    }),
  )
  const events = readEvents(response)
  return {
    response,
    events,
    async next() {
      const event = await events.next()
      if (!event) throw new Error('The stream has ended.')
      expect(event.event).toBe('accounts')
      return { id: event.id, accounts: readAccountList(event.data).accounts }
    },
  }
}

describe('the stream', () => {
  test('sends all accounts at once, and again after each change on any instance', async () => {
    const anna = host.as('anna')
    const here = await watch('anna')
    const there = await watch('anna', { on: other })
    expect(here.response.headers.get('content-type')).toContain('text/event-stream')
    for (const stream of [here, there]) expect((await stream.next()).accounts).toEqual([])

    const { accountId, ...account } = await link(anna, { initial_sync: { status: 'pending' } })
    expect(account.initialSync).toBe('pending')
    for (const stream of [here, there]) expect((await stream.next()).accounts).toEqual([account])

    await deliver(host, {
      type: 'account.status.disconnected',
      account_id: accountId,
      payload: { reason: 'x' },
    })
    for (const stream of [here, there]) {
      const [latest] = (await stream.next()).accounts
      expect(latest).toMatchObject({ status: 'disconnected', statusReason: 'x' })
    }
    await deliver(host, { type: 'account.initial_sync.completed', account_id: accountId })
    for (const stream of [here, there]) {
      expect((await stream.next()).accounts).toMatchObject([{ initialSync: 'completed' }])
    }
    await anna.send('PATCH', `/accounts/${account.id}`, { name: 'Work' })
    for (const stream of [here, there]) {
      expect((await stream.next()).accounts).toMatchObject([{ name: 'Work' }])
    }
    host.upstream.script = () => ({ json: { success: true } })
    await host.as('anna', { on: other }).send('DELETE', `/accounts/${account.id}`)
    for (const stream of [here, there]) expect((await stream.next()).accounts).toEqual([])
  })

  test('sends no accounts of other users, or beyond the session', async () => {
    const anna = host.as('anna')
    await link(anna)
    const ben = await watch('ben')
    const narrow = await watch('anna', { providers: ['whatsapp'] })
    expect((await ben.next()).accounts).toEqual([])
    expect((await narrow.next()).accounts).toEqual([])
    const wide = await watch('anna')
    await wide.next()
    await link(anna)
    expect((await wide.next()).accounts).toHaveLength(2)
    await link(host.as('ben'))
    expect((await ben.next()).accounts).toHaveLength(1)
    const { accountId: _, ...whatsappAccount } = await link(anna, { provider: 'whatsapp' }, whatsapp)
    expect((await narrow.next()).accounts).toEqual([whatsappAccount])
  })

  test('sends a reader that reconnects only what it missed', async () => {
    // Streams of the other tests still follow anna's list.
    const mia = host.as('mia')
    const { id } = await link(mia)
    const first = await (await watch('mia')).next()
    const nothingNew = await watch('mia', { after: first.id })
    const missed = nothingNew.next()
    await mia.send('PATCH', `/accounts/${id}`, { name: 'Work' })
    expect((await missed).accounts).toMatchObject([{ name: 'Work' }])
    const behind = await watch('mia', { after: first.id })
    expect((await behind.next()).accounts).toMatchObject([{ name: 'Work' }])
  })

  test('ends when the handler closes', async () => {
    const third = await host.another()
    const stream = await watch('anna', { on: third })
    await stream.next()
    await third.close()
    expect(await stream.events.next()).toBeUndefined()
  })
})

describe('renaming', () => {
  test('keeps the label apart from the name at the provider', async () => {
    const anna = host.as('anna')
    const { id } = await link(anna)
    const renamed = await anna.send('PATCH', `/accounts/${id}`, { name: '  Büro 👩‍💻 ' })
    expect(readAccount(await renamed.json())).toMatchObject({ id, name: 'Büro 👩‍💻' })
    const back = await anna.send('PATCH', `/accounts/${id}`, { name: null })
    expect(readAccount(await back.json()).name).toBe('Anna Sandbox')
  })

  test('is kept when the account is reconnected', async () => {
    const anna = host.as('anna')
    const { id, accountId } = await link(anna)
    await anna.send('PATCH', `/accounts/${id}`, { name: 'Work' })
    host.upstream.script = () => answers.account(accountId, { name: 'Anna S.' })
    const { step } = await anna.start({ ...linkedin(), accountId: id })
    expect(step).toMatchObject({ type: 'relinked', account: { name: 'Work' } })
  })

  test.each(['', '   ', 'a'.repeat(81), 'two\nlines', 'NUL \0', 'turned \u202e', '\ud800', 7, undefined])(
    'refuses %j',
    async (name) => {
      const { id } = await link(host.as('anna'))
      const problem = await host.as('anna').problem('PATCH', `/accounts/${id}`, { name })
      expect(problem).toMatchObject({ httpStatus: 400, code: 'invalid_request', fields: [{ name: 'name' }] })
    },
  )

  test('may have 80 characters', async () => {
    const { id } = await link(host.as('anna'))
    const name = 'ä'.repeat(80)
    expect((await host.as('anna').send('PATCH', `/accounts/${id}`, { name })).status).toBe(200)
  })

  test("does not reach another user's account, or one beyond the session", async () => {
    const { id } = await link(host.as('anna'))
    for (const browser of [host.as('ben'), host.as('anna', { providers: ['whatsapp'] })]) {
      const problem = await browser.problem('PATCH', `/accounts/${id}`, { name: 'Mine' })
      expect(problem).toMatchObject({ httpStatus: 404, code: 'account_not_found' })
    }
    expect(await listOfAccounts(host.as('anna'))).toMatchObject([{ name: 'Anna Sandbox' }])
  })
})

describe('disconnecting', () => {
  test('removes the account at Unipile, then here', async () => {
    const anna = host.as('anna')
    const { id, accountId } = await link(anna)
    host.upstream.script = () => ({ json: { success: true } })
    expect((await anna.send('DELETE', `/accounts/${id}`)).status).toBe(204)
    expect(host.upstream.calls.at(-1)).toMatchObject({ method: 'DELETE', path: `/v2/accounts/${accountId}` })
    expect(await listOfAccounts(anna)).toEqual([])
  })

  test('keeps the account and fails while Unipile is unavailable', async () => {
    const anna = host.as('anna')
    const { id } = await link(anna)
    host.upstream.script = () => answers.error(503, 'api/internal_error')
    expect(await anna.problem('DELETE', `/accounts/${id}`)).toMatchObject({ code: 'upstream_unavailable' })
    expect(await listOfAccounts(anna)).toHaveLength(1)
  })

  test('succeeds for one of two tabs at once; the other gets account_not_found', async () => {
    const anna = host.as('anna')
    const { id } = await link(anna)
    host.upstream.calls.length = 0
    host.upstream.script = async () => {
      const isFirst = host.upstream.calls.length === 1
      await expect.poll(() => host.upstream.calls).toHaveLength(2)
      return isFirst ? { json: { success: true } } : answers.error(404, 'api/resource_not_found')
    }
    const tabs = [anna, host.as('anna', { on: other })]
    const responses = await Promise.all(tabs.map((tab) => tab.send('DELETE', `/accounts/${id}`)))
    expect(responses.map(({ status }) => status).sort()).toEqual([204, 404])
    const [late] = responses.filter(({ status }) => status === 404)
    expect(late && (await readProblem(late)).code).toBe('account_not_found')
  })
})

describe('reports of a status', () => {
  let database: Database
  let accounts: AccountStore

  beforeAll(async () => {
    database = await host.database.open()
    accounts = new AccountStore(database.queries)
  })
  afterAll(() => database.close())

  let added = 0
  async function add(): Promise<string> {
    const accountId = `acc_reported_${++added}`
    await accounts.link(
      {
        userId: 'rita',
        provider: 'linkedin',
        accountId,
        providerUserId: 'p',
        status: 'running',
        intentId: 'i',
        mode: 'link',
      },
      new Date(0),
    )
    return accountId
  }

  const at = (second: number) => new Date(second * 1000)
  const now = new Date('2026-01-15T09:30:00.000Z')

  test('leave the newest status, in any order and however often they arrive', async () => {
    const report = fc.record({
      status: fc.constantFrom<StatusReport['status'][]>(
        'running',
        'disconnected',
        'errored',
        'paused',
        'degraded',
      ),
      reason: fc.option(fc.constantFrom('proxy', 'provider'), { nil: undefined }),
      second: fc.integer({ min: 1, max: 1000 }),
    })
    const reports = fc
      .uniqueArray(report, { minLength: 1, maxLength: 6, selector: ({ second }) => second })
      .chain((sent) =>
        fc.record({
          newest: fc.constant([...sent].sort((a, b) => b.second - a.second)[0]),
          received: fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 }),
        }),
      )
    await fc.assert(
      fc.asyncProperty(reports, async ({ newest, received }) => {
        const accountId = await add()
        for (const { status, reason, second } of received) {
          await accounts.report({ accountId, status, at: at(second), ...(reason ? { reason } : {}) }, now)
        }
        const found = await accounts.findByAccountId(accountId)
        expect(found).toMatchObject({ status: newest?.status })
        expect(found?.statusReason).toBe(newest?.reason)
      }),
      { numRuns: 40 },
    )
  })

  test('of the initial sync never move it back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['running', 'running', 'completed', 'completed'] as const, { minLength: 4 }),
        async (received) => {
          const accountId = await add()
          for (const sync of received) await accounts.reportSync({ accountId, sync, at: now })
          expect(await accounts.findByAccountId(accountId)).toMatchObject({ initialSync: 'completed' })
        },
      ),
      { numRuns: 10 },
    )
  })

  test('without news are not announced', async () => {
    const accountId = await add()
    let announced = 0
    const stop = await database.listen(
      'connect_account',
      () => announced++,
      () => {},
    )
    await accounts.report({ accountId, status: 'running', at: at(1) }, now)
    await accounts.reportName(accountId, 'Rita', now)
    await expect.poll(() => announced).toBe(1)
    await accounts.reportName(accountId, 'Rita', now)
    await accounts.report({ accountId, status: 'running', at: at(3) }, now)
    await accounts.report({ accountId, status: 'errored', at: at(2) }, now)
    await accounts.report({ accountId, status: 'paused', at: at(4) }, now)
    await expect.poll(() => announced).toBeGreaterThan(1)
    expect(announced).toBe(2)
    await stop()
  })

  test.each<{ what: string; reports: Omit<StatusReport, 'accountId' | 'at'>[]; ends: object }>([
    {
      what: 'that lost its session leaves the account partly working',
      reports: [{ status: 'disconnected', product: 'recruiter', reason: 'session' }],
      ends: { status: 'partial', statusReason: 'recruiter: session' },
    },
    {
      what: 'with trouble degrades the account',
      reports: [{ status: 'errored', product: 'recruiter' }],
      ends: { status: 'degraded', statusReason: 'recruiter' },
    },
    {
      what: 'that works again ends the trouble that it caused',
      reports: [
        { status: 'disconnected', product: 'recruiter', reason: 'session' },
        { status: 'running', product: 'recruiter' },
      ],
      ends: { status: 'running' },
    },
    {
      what: 'that works again does not end the trouble of another product',
      reports: [
        { status: 'disconnected', product: 'recruiter' },
        { status: 'running', product: 'classic' },
      ],
      ends: { status: 'partial', statusReason: 'recruiter' },
    },
    {
      what: 'never hides that the whole account is disconnected',
      reports: [
        { status: 'disconnected' },
        { status: 'errored', product: 'recruiter' },
        { status: 'running', product: 'recruiter' },
      ],
      ends: { status: 'disconnected' },
    },
  ])('about a product $what', async ({ reports, ends }) => {
    const accountId = await add()
    for (const [index, report] of reports.entries()) {
      await accounts.report({ ...report, accountId, at: at(index + 1) }, now)
    }
    const found = await accounts.findByAccountId(accountId)
    expect({ status: found?.status, statusReason: found?.statusReason }).toEqual({
      statusReason: undefined,
      ...ends,
    })
  })
})
