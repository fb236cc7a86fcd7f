import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtPage, linkedin, opening, ownerOf } from './fixtures.ts'
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

// Each test is short, but the machine may be busy.
let host: TestHost
let post: MailCatcher
/** How far the host's clock is ahead, in milliseconds. */
let ahead = 0
const now = () => Date.now() + ahead

beforeAll(async () => {
  post = await startMailCatcher()
  host = await startTestHost({
    now,
    publicUrl: 'https://host.example',
    links: { page: builtPage, ownerOf },
    notices: {
      smtpUrl: post.url,
      from: 'Example <no-reply@example.com>',
      productName: 'Example',
      emailOf: async (userId) => `${userId}@example.com`,
      linkTo: () => 'https://host.example/accounts',
    },
  })
})
afterAll(async () => {
  await host.close()
  await post.close()
})
beforeEach(async () => {
  ahead = 0
  await host.reset()
})

async function noted(userId = 'anna') {
  const records = await host.handler.audit({ userId })
  return records.map(({ id: _, at: __, ...record }) => record)
}

async function link(userId = 'anna', account = 'acc_1') {
  host.upstream.script = () => answers.account(account)
  const intent = await host.as(userId).start()
  return { intentId: intent.id, accountId: intent.step.type === 'linked' ? intent.step.account.id : '' }
}

test('who linked, renamed and disconnected what, and when', async () => {
  const before = new Date()
  const { intentId, accountId } = await link()
  const anna = host.as('anna')
  await anna.send('PATCH', `/accounts/${accountId}`, { name: 'Work' })
  host.upstream.script = () => answers.account('acc_1')
  const again = await anna.start({ ...linkedin(), accountId })
  host.upstream.script = () => ({ json: { success: true } })
  await anna.send('DELETE', `/accounts/${accountId}`)
  const account = { userId: 'anna', provider: 'linkedin', accountId }
  const records = await noted()
  expect(records).toHaveLength(8)
  expect(records).toEqual(
    expect.arrayContaining([
      { userId: 'anna', provider: 'linkedin', action: 'intent_started', intentId },
      { ...account, action: 'account_linked', intentId },
      { ...account, action: 'intent_ended', intentId, result: 'linked' },
      { ...account, action: 'account_renamed' },
      { ...account, action: 'intent_started', intentId: again.id },
      { ...account, action: 'account_relinked', intentId: again.id },
      { ...account, action: 'intent_ended', intentId: again.id, result: 'relinked' },
      { ...account, action: 'account_disconnected' },
    ]),
  )
  const times = (await host.handler.audit()).map(({ at }) => at.getTime())
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times[0]).toBeGreaterThanOrEqual(before.getTime())
})

test.each([
  ['mismatch', answers.error(401, 'provider/account_mismatch'), 'mismatch'],
  ['a refusal', answers.error(401, 'provider/invalid_credentials'), 'invalid_credentials'],
  ['a restriction', answers.error(403, 'api/account_restricted'), 'restricted'],
] as const)('an intent that ends with %s says so', async (_, reply, result) => {
  host.upstream.script = () => reply
  await host.as('anna').send('POST', '/intents', linkedin())
  expect((await noted()).map((record) => [record.action, record.result])).toEqual([
    ['intent_started', undefined],
    ['intent_ended', result],
  ])
})

test('a call that changes nothing is not recorded: a repeated start, a repeated cancel, a refused verb', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const intent = await anna.start(linkedin(), 'key')
  await anna.start(linkedin(), 'key')
  await anna.send('DELETE', `/intents/${intent.id}`)
  await anna.send('DELETE', `/intents/${intent.id}`)
  await anna.send('POST', `/intents/${intent.id}/resend`)
  expect((await noted()).map(({ action }) => action)).toEqual(['intent_started', 'intent_ended'])
})

test('a change that is rolled back leaves no record', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const intent = await anna.start()
  host.upstream.script = () => answers.account('acc_1')
  // The account is written before the end that it belongs to.
  await host.database.query(
    `alter table connect_intents add constraint no_end check (ended_at is null) not valid`,
  )
  const response = await anna.send('POST', `/intents/${intent.id}/solve`, {
    checkpoint: 'id' in intent.step ? intent.step.id : '',
    answer: '123456',
  })
  await host.database.query('alter table connect_intents drop constraint no_end')
  expect(response.status).toBe(500)
  expect((await noted()).map(({ action }) => action)).toEqual(['intent_started'])
})

test('an account that is removed at Unipile', async () => {
  const { accountId } = await link()
  await deliver(host, { type: 'account.remove', account_id: 'acc_1' })
  expect((await noted()).at(-1)).toEqual({
    userId: 'anna',
    provider: 'linkedin',
    accountId,
    action: 'account_removed_upstream',
  })
})

test('a link that is created and used', async () => {
  const { url } = await host.handler.links.create({ userId: 'anna' })
  const opened: unknown = await (await host.handler.fetch(opening(url))).json()
  const token = opened instanceof Object && 'session' in opened ? String(opened.session) : ''
  host.upstream.script = () => answers.account('acc_1')
  const response = await host.handler.fetch(
    new Request('https://host.example/connect/intents', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(linkedin()),
    }),
  )
  expect(response.status).toBe(201)
  const actions = (await noted()).map(({ action }) => action)
  expect(actions.sort()).toEqual([
    'account_linked',
    'intent_ended',
    'intent_started',
    'link_created',
    'link_opened',
    'link_used',
  ])
})

test('a notice that was sent', async () => {
  const { accountId } = await link()
  await deliver(host, {
    type: 'account.status.disconnected',
    account_id: 'acc_1',
    payload: { timestamp: Date.now() + 1000 },
  })
  await expect
    .poll(async () => (await noted()).at(-1))
    .toEqual({
      userId: 'anna',
      provider: 'linkedin',
      accountId,
      action: 'notice_sent',
    })
})

test('can be read by user, from a time on, up to a limit', async () => {
  await link('anna', 'acc_1')
  ahead = 60_000
  const later = new Date(now())
  await link('ben', 'acc_2')
  expect(new Set((await host.handler.audit()).map(({ userId }) => userId))).toEqual(new Set(['anna', 'ben']))
  expect(new Set((await host.handler.audit({ from: later })).map(({ userId }) => userId))).toEqual(
    new Set(['ben']),
  )
  expect(await host.handler.audit({ userId: 'anna', from: later })).toEqual([])
  expect(await host.handler.audit({ limit: 2 })).toHaveLength(2)
})
