import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { builtPage, linkedin, ownerOf, whatsapp } from './fixtures.ts'
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { added, deliver, stateOf } from './webhook-delivery.ts'

/** Every text that names the user who is erased contains it. */
const NAME = 'karoline'
const removedHere = vi.fn()
const linkedHere = vi.fn()

let host: TestHost
let mail: MailCatcher
/** What exists at Unipile. */
const there = new Set<string>()
let isDown = false

beforeAll(async () => {
  mail = await startMailCatcher()
  host = await startTestHost({
    publicUrl: 'https://host.example',
    links: { page: builtPage, ownerOf },
    on: { accountRemoved: removedHere, accountLinked: linkedHere },
    notices: {
      smtpUrl: mail.url,
      from: 'Example <no-reply@example.com>',
      productName: 'Example',
      emailOf: async (userId) => `${userId}@example.com`,
      linkTo: () => 'https://host.example/accounts',
    },
    timings: { upstreamTimeoutMs: 20_000 },
  })
})
afterAll(async () => {
  await host.close()
  await mail.close()
})
beforeEach(async () => {
  await host.delivered()
  await host.reset()
  there.clear()
  isDown = false
  removedHere.mockReset()
  linkedHere.mockReset()
})

/** Unipile, whose starts return `start`, and which removes accounts unless it is down. */
function script(start: () => Reply | Promise<Reply>) {
  host.upstream.script = ({ method, path }) => {
    if (method === 'GET') return answers.account(path.split('/').at(-1) ?? '')
    if (method !== 'DELETE') return start()
    if (isDown) return answers.error(503, 'api/internal_error')
    return there.delete(path.split('/').at(-1) ?? '')
      ? { json: {} }
      : answers.error(404, 'api/resource_not_found')
  }
}

function link(userId: string, account: string) {
  there.add(account)
  script(() => answers.account(account))
  return host.as(userId).start(linkedin(`${userId}@example.com`))
}

/** All that the database holds, as text. */
async function everything(): Promise<string> {
  const tables = await host.database.query(
    `select tablename from pg_tables where tablename like 'connect\\_%'`,
  )
  const rows = await Promise.all(
    tables.map(({ tablename }) => host.database.query(`select t::text from ${tablename} t`)),
  )
  return JSON.stringify(rows)
}

test('nothing that names the user or their accounts is left, and others keep everything', async () => {
  const intent = await link(NAME, 'acc_1')
  await link(NAME, 'acc_2')
  await link('ben', 'acc_9')
  const accountId = intent.step.type === 'linked' ? intent.step.account.id : ''
  await host.as(NAME).send('PATCH', `/accounts/${accountId}`, { name: `${NAME} at work` })
  await host.handler.links.create({ userId: NAME, loginHint: `${NAME}@example.com` })
  await deliver(host, { type: 'account.status', account_id: 'acc_1', payload: { status: 'disconnected' } })
  script(() => answers.qr('a code', 'int_open'))
  const { id: openId } = await host.as(NAME).start(whatsapp)
  expect(await everything()).toContain(NAME)

  expect(await host.handler.users.erase(NAME)).toEqual({ accounts: 2, intents: 1, links: 1 })

  await host.delivered()
  const left = await everything()
  expect(left).not.toContain(NAME)
  expect(left).not.toContain(accountId)
  await expect.poll(() => [...there]).toEqual(['acc_9'])
  expect(removedHere.mock.calls.map(([{ userId }]) => userId)).toEqual([NAME, NAME])
  expect((await host.as(NAME).problem('GET', `/intents/${openId}`)).code).toBe('intent_not_found')
  expect(await host.handler.audit({ userId: NAME })).toEqual([])
  // The notes stay, without a name.
  expect((await host.handler.audit()).filter(({ action }) => action === 'account_linked')).toHaveLength(3)
  expect((await host.handler.audit({ userId: 'ben' })).length).toBeGreaterThan(0)
  const response = await host.as('ben').send('GET', '/accounts')
  expect(await response.json()).toMatchObject({ accounts: [{ provider: 'linkedin' }] })

  expect(await host.handler.users.erase(NAME)).toEqual({ accounts: 0, intents: 0, links: 0 })
})

test('what Unipile links after the erasure is removed there', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const called = vi.fn()
  script(async () => {
    called()
    await finished
    there.add('acc_3')
    return answers.account('acc_3')
  })
  const pending = host.as(NAME).start()
  await expect.poll(() => called.mock.calls.length).toBe(1)
  await host.handler.users.erase(NAME)
  finish()
  expect((await pending).step).toEqual({ type: 'canceled' })
  await expect.poll(() => [...there]).toEqual([])
  await host.delivered()
  expect(linkedHere).not.toHaveBeenCalled()
})

test('a webhook that comes after the erasure links nothing', async () => {
  script(() => answers.qr('a code', 'int_open'))
  const { id } = await host.as(NAME).start(whatsapp)
  const state = await stateOf(host, id)
  await host.handler.users.erase(NAME)
  there.add('acc_4')
  await deliver(host, { type: 'account.add', account_id: 'acc_4', payload: { state } })
  await expect.poll(() => [...there]).toEqual([])
  await host.delivered()
  expect(linkedHere).not.toHaveBeenCalled()
})

test('an account whose consent nobody has confirmed is removed at Unipile', async () => {
  script(() => ({ json: { object: 'OauthUrl', url: 'https://consent.example/authorize' } }))
  const { id } = await host.as(NAME).start({
    provider: 'google',
    method: 'consent',
    returnTo: 'https://host.example/settings',
  })
  there.add('acc_5')
  await deliver(host, await added(host, id, 'acc_5'))
  expect([...there]).toEqual(['acc_5'])
  await host.handler.users.erase(NAME)
  await expect.poll(() => [...there]).toEqual([])
})

test('the accounts go at Unipile too when it is back, even from another instance', async () => {
  await link(NAME, 'acc_1')
  isDown = true
  await host.handler.users.erase(NAME)
  expect([...there]).toEqual(['acc_1'])
  const other = await host.another()
  isDown = false
  await expect.poll(() => [...there]).toEqual([])
  await other.close()
})

test.each(['', 'a\0b', '\ud800'])('refuses the user id %j', async (userId) => {
  await expect(host.handler.users.erase(userId)).rejects.toMatchObject({ code: 'invalid_setting' })
})
