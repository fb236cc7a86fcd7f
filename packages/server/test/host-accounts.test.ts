import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

const removed: string[] = []
let host: TestHost

beforeAll(async () => {
  host = await startTestHost({
    on: { accountRemoved: ({ unipileAccountId }) => void removed.push(unipileAccountId) },
  })
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.reset()
  removed.length = 0
})

/** Every account that Unipile is asked for exists there. */
function everyAccountExists(more: object = {}) {
  host.upstream.script = ({ path }) => answers.account(path.split('/').at(-1) ?? '', more)
}

async function link(userId: string, accountId: string) {
  host.upstream.script = () => answers.account(accountId)
  const { step } = await host.as(userId).start(linkedin())
  if (step.type !== 'linked') throw new Error(`It ended as ${step.type}.`)
  return step.account.id
}

async function statusOf(accountId: string) {
  const [row] = await host.database.query(
    `select status from connect_accounts where account_id = '${accountId}'`,
  )
  return row?.status
}

describe('list and get', () => {
  test('return every account once, the oldest first, with Unipile id and user', async () => {
    const { accounts } = host.handler
    everyAccountExists()
    const ids: string[] = []
    for (const [index, userId] of ['anna', 'bert', 'anna', 'bert', 'anna'].entries()) {
      const adopted = await accounts.adopt({ userId, unipileAccountId: `acc_${index}` })
      ids.push(adopted.unipileAccountId)
    }
    // Three of the same moment: the id decides.
    await host.database.query(
      "update connect_accounts set created_on = '2026-01-01' where account_id in ('acc_1', 'acc_2', 'acc_3')",
    )
    const read: string[] = []
    let after: string | undefined
    do {
      const page = await accounts.list({ limit: 2, ...(after ? { after } : {}) })
      read.push(...page.accounts.map(({ unipileAccountId }) => unipileAccountId))
      after = page.next
    } while (after)
    expect(new Set(read.slice(0, 3))).toEqual(new Set(['acc_1', 'acc_2', 'acc_3']))
    expect(read.slice(3)).toEqual(['acc_0', 'acc_4'])

    const ofAnna = await accounts.list({ userId: 'anna' })
    expect(ofAnna.next).toBeUndefined()
    expect(ofAnna.accounts.map(({ unipileAccountId }) => unipileAccountId).sort()).toEqual([
      'acc_0',
      'acc_2',
      'acc_4',
    ])
    const [first] = ofAnna.accounts
    expect(first).toEqual({
      userId: 'anna',
      account: expect.objectContaining({ provider: 'linkedin', status: 'running' }),
      unipileAccountId: first?.unipileAccountId,
    })
    expect(await accounts.get(first?.account.id ?? '')).toEqual(first)
  })

  test('say what is wrong with what they are given', async () => {
    const { accounts } = host.handler
    expect(await accounts.get('no id')).toBeUndefined()
    expect(await accounts.get('00000000-0000-4000-8000-000000000000')).toBeUndefined()
    for (const after of ['', 'x', '1.2', "1.' or true --"]) {
      await expect(accounts.list({ after })).rejects.toMatchObject({ code: 'invalid_request' })
    }
    await expect(accounts.list({ userId: '' })).rejects.toMatchObject({ code: 'invalid_setting' })
    const typo = { limit: 1, usrId: 'anna' }
    await expect(accounts.list(typo)).rejects.toMatchObject({
      detail: 'accounts.list: usrId: unknown. Did you mean userId?',
    })
  })
})

describe('adopt', () => {
  test('adds an account as it is at Unipile, once, and is noted', async () => {
    const { accounts } = host.handler
    everyAccountExists({ status: 'disconnected', name: 'Anna at Unipile' })
    const adopted = await accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_old' })
    expect(adopted).toEqual({
      userId: 'anna',
      account: expect.objectContaining({
        provider: 'linkedin',
        status: 'disconnected',
        name: 'Anna at Unipile',
      }),
      unipileAccountId: 'acc_old',
    })
    expect(await accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_old' })).toEqual(adopted)
    const noted = await host.handler.audit({ userId: 'anna' })
    expect(noted.map(({ action, accountId }) => [action, accountId])).toEqual([
      ['account_adopted', adopted.account.id],
    ])
    const listed = await (await host.as('anna').send('GET', '/accounts')).json()
    expect(listed).toEqual({ accounts: [adopted.account] })
  })

  test('of two instances that adopt the same account for two users, one wins and the other hears why', async () => {
    const other = await host.another()
    let asked = 0
    let open = () => {}
    const bothAsked = new Promise<void>((resolve) => {
      open = resolve
    })
    // Both have looked here before either writes.
    host.upstream.script = async () => {
      if (++asked === 2) open()
      await bothAsked
      return answers.account('acc_same')
    }
    const results = await Promise.allSettled([
      host.handler.accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_same' }),
      other.accounts.adopt({ userId: 'bert', unipileAccountId: 'acc_same' }),
    ])
    const [won] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(lost).toEqual([
      expect.objectContaining({ code: 'account_exists', detail: 'Another user here has this account.' }),
    ])
    expect((await host.handler.accounts.list()).accounts).toEqual([won])
  })

  test('of two calls for the same user, both get the account', async () => {
    everyAccountExists()
    const adopt = () => host.handler.accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_same' })
    const [one, two] = await Promise.all([adopt(), adopt()])
    expect(one).toEqual(two)
  })

  test('refuses what does not exist, what no catalogue has, and what is no id', async () => {
    const { accounts } = host.handler
    host.upstream.script = () => answers.error(404, 'api/not_found')
    await expect(accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_none' })).rejects.toMatchObject({
      code: 'account_not_found',
    })
    everyAccountExists({ provider: 'newer_than_this' })
    await expect(accounts.adopt({ userId: 'anna', unipileAccountId: 'acc_new' })).rejects.toMatchObject({
      code: 'unknown_provider',
    })
    await expect(accounts.adopt({ userId: 'anna', unipileAccountId: '' })).rejects.toMatchObject({
      code: 'invalid_setting',
    })
    await expect(accounts.adopt({ userId: '', unipileAccountId: 'acc_1' })).rejects.toMatchObject({
      code: 'invalid_setting',
    })
    expect((await accounts.list()).accounts).toEqual([])
  })
})

describe('disconnect', () => {
  test('removes the account at Unipile and here, and reports it once', async () => {
    const id = await link('anna', 'acc_1')
    host.upstream.script = () => ({ status: 204, json: null })
    await host.handler.accounts.disconnect(id)
    expect(host.upstream.calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/v2/accounts/acc_1' })
    expect(await host.handler.accounts.get(id)).toBeUndefined()
    await expect.poll(() => removed).toEqual(['acc_1'])
    await expect(host.handler.accounts.disconnect(id)).rejects.toMatchObject({ code: 'account_not_found' })
    expect(removed).toEqual(['acc_1'])
  })

  test('leaves the account while Unipile is down', async () => {
    const id = await link('anna', 'acc_1')
    host.upstream.script = () => answers.error(503, 'api/unavailable')
    await expect(host.handler.accounts.disconnect(id)).rejects.toMatchObject({
      code: 'upstream_unavailable',
    })
    expect(await host.handler.accounts.get(id)).toMatchObject({ unipileAccountId: 'acc_1' })
    expect(removed).toEqual([])
  })
})

describe('reconnectWithCookies', () => {
  const fresh = { cookies: { li_at: 'fresh-session' }, userAgent: 'Browser/1.0' }

  test('reconnects without the owner; the cookies are stored and logged nowhere', async () => {
    const id = await link('anna', 'acc_1')
    await host.database.query("update connect_accounts set status = 'disconnected'")
    host.upstream.script = () => answers.account('acc_1')
    const result = await host.handler.accounts.reconnectWithCookies({ accountId: id, ...fresh })
    expect(result).toEqual({
      type: 'relinked',
      account: {
        userId: 'anna',
        account: expect.objectContaining({ id, status: 'running' }),
        unipileAccountId: 'acc_1',
      },
    })
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({
      account_id: 'acc_1',
      credentials: { access_token: 'fresh-session' },
      user_agent: 'Browser/1.0',
    })
    for (const table of ['connect_accounts', 'connect_intents', 'connect_audit']) {
      expect(JSON.stringify(await host.database.query(`select * from ${table}`))).not.toContain(
        'fresh-session',
      )
    }
    expect(host.log.join('\n')).not.toContain('fresh-session')
  })

  test.each<[string, Reply, object]>([
    ['another person', answers.error(409, 'provider/account_mismatch'), { type: 'mismatch' }],
    ['a code to type', answers.checkpoint('OTP'), { type: 'owner_needed' }],
    ['an approval on the phone', answers.checkpoint('IN_APP_VALIDATION'), { type: 'owner_needed' }],
  ])('that lead to %s leave a running account as it is', async (_, reply, result) => {
    const id = await link('anna', 'acc_1')
    host.upstream.script = () => reply
    expect(await host.handler.accounts.reconnectWithCookies({ accountId: id, ...fresh })).toEqual(result)
    expect(await statusOf('acc_1')).toBe('running')
    const open = await host.database.query('select id from connect_intents where ended_at is null')
    expect(open).toEqual([])
  })

  test('says that cookies are refused', async () => {
    const id = await link('anna', 'acc_1')
    host.upstream.script = () => answers.error(401, 'provider/invalid_credentials')
    await expect(
      host.handler.accounts.reconnectWithCookies({ accountId: id, ...fresh }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' })
    expect(await statusOf('acc_1')).toBe('running')
  })

  test.each<[string, Record<string, string>, object]>([
    ['are missing', {}, { name: 'cookies', code: 'cookie_missing', params: { cookie: 'li_at' } }],
    ['are unknown', { li_at: 'x', sid: 'x' }, { name: 'cookies.sid', code: 'unknown_member' }],
    ['are none', { li_at: 'a; b' }, { name: 'cookies.li_at', code: 'invalid' }],
  ])('refuses cookies that %s, before Unipile is asked', async (_, cookies, field) => {
    const id = await link('anna', 'acc_1')
    const calls = host.upstream.calls.length
    await expect(
      host.handler.accounts.reconnectWithCookies({ accountId: id, ...fresh, cookies }),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [field] })
    expect(host.upstream.calls).toHaveLength(calls)
  })

  test('is only for providers that take cookies, and for accounts that exist', async () => {
    const id = await link('anna', 'acc_1')
    await host.database.query("update connect_accounts set account_type = 'whatsapp'")
    const { accounts } = host.handler
    await expect(accounts.reconnectWithCookies({ accountId: id, ...fresh })).rejects.toMatchObject({
      code: 'unknown_method',
    })
    await expect(accounts.reconnectWithCookies({ accountId: 'none', ...fresh })).rejects.toMatchObject({
      code: 'account_not_found',
    })
  })
})
