import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ConnectHandler, NoticeSettings } from '../src/index.ts'
import { NoticeStore, planNotice } from '../src/store/notice-store.ts'
import { builtPage, linkedin, ownerOf } from './fixtures.ts'
import { type MailCatcher, mailUser, startMailCatcher } from './mail-catcher.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

let post: MailCatcher
let host: TestHost
let other: ConnectHandler
let notices: NoticeSettings
/** How far the host's clock is ahead, in milliseconds: it starts at noon, far from the next day. */
let ahead = new Date().setUTCHours(12, 0, 0, 0) - Date.now()
const now = () => Date.now() + ahead

beforeAll(async () => {
  post = await startMailCatcher()
  notices = {
    smtpUrl: post.url,
    from: 'Example <no-reply@example.com>',
    productName: 'Example',
    emailOf: async (userId) => (userId === 'nobody' ? undefined : `${userId}@example.com`),
    linkTo: ({ userId, account }) => `https://app.example.com/reconnect?u=${userId}&a=${account.id}`,
  }
  host = await startTestHost({ notices, now })
  other = await host.another()
})
afterAll(async () => {
  await host.close()
  await post.close()
})
beforeEach(async () => {
  await host.reset()
  post.mails.length = 0
  post.refuse = undefined
  host.log.length = 0
})

/** Under load an email takes longer. */
function eventually<T>(see: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(see, 20_000)
}

const rows = (at = host) => at.database.query('select * from connect_notices order by due_at')

async function linkAccount(userId = 'anna', accountId = 'acc_1', at = host): Promise<string> {
  at.upstream.script = () => answers.account(accountId, { name: 'Anna & Söhne <b>' })
  const { step } = await at.as(userId).start()
  return step.type === 'linked' ? step.account.id : ''
}

/** Each report is later than the one before. */
async function report(
  status: string,
  {
    accountId = 'acc_1',
    at = host,
    on = at.handler,
  }: { accountId?: string; at?: TestHost; on?: ConnectHandler } = {},
) {
  ahead += 1000
  const payload = { timestamp: now(), reason: 'password changed' }
  await deliver(
    at,
    { type: `account.status.${status}`, account_id: accountId, payload },
    { on, time: Math.floor(now() / 1000) },
  )
}

test('an owner gets one email, in plain text and in HTML', async () => {
  const id = await linkAccount()
  await report('disconnected')
  const mail = await eventually(() => {
    const [first] = post.mails
    if (!first) throw new Error('No mail yet.')
    return first
  })
  const url = `https://app.example.com/reconnect?u=anna&a=${id}`
  expect(mail.from).toEqual({ name: 'Example', address: 'no-reply@example.com' })
  expect(mail.to).toEqual([{ name: '', address: 'anna@example.com' }])
  expect(mail.subject).toBe('Reconnect your LinkedIn account to Example')
  expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  expect(mail.text).toContain(url)
  expect(mail.text).toContain('Anna & Söhne <b>')
  expect(mail.text).toContain('password changed')
  expect(mail.html).toContain(`href="${url.replace('&', '&amp;')}"`)
  expect(mail.html).toContain('Anna &amp; Söhne &lt;b&gt;')
  await eventually(async () =>
    expect(await rows()).toMatchObject([{ attempts: 1, failure: null, settled_at: expect.anything() }]),
  )
})

test.each([
  { logo: '/logo.png' },
  { logo: 'http://www.example.com/logo.png' },
  { logo: 'data:image/png;base64,AA==' },
  { logo: 'javascript:alert(1)' },
  { accent: 'red' },
  { accent: '#fff;background:url(https://evil.example)' },
])('an email cannot have the look %o', async (look) => {
  await expect(host.another({ notices: { ...notices, ...look } })).rejects.toMatchObject({
    code: 'invalid_setting',
  })
})

test('an owner of whose account a part stopped working hears of a part', async () => {
  await linkAccount()
  await report('partial')
  await eventually(() =>
    expect(post.mails[0]?.text).toContain(
      'can no longer use a part of your LinkedIn account Anna & Söhne <b>.',
    ),
  )
  expect(post.mails[0]?.text).not.toContain('Reason given')
})

test('without a page of the host, the link is a one-time link in the language of the owner', async () => {
  const { linkTo: _, ...others } = notices
  const linkless = { ...others, localeOf: () => 'fr_CA' }
  await expect(host.another({ notices: linkless })).rejects.toMatchObject({ code: 'invalid_setting' })
  const linking = await startTestHost({
    notices: { ...linkless, logo: 'https://www.example.com/logo.png' },
    links: { page: builtPage, ownerOf, appearance: { variables: { accent: '#f5c400' } } },
    publicUrl: 'https://app.example.com',
  })
  onTestFinished(() => linking.close())
  await linkAccount('anna', 'acc_1', linking)
  await deliver(linking, { type: 'account.status.disconnected', account_id: 'acc_1' })
  await eventually(() =>
    expect(post.mails[0]?.text).toMatch(/^https:\/\/app\.example\.com\/connect\/links\/[\w-]{43}$/m),
  )
  expect(post.mails[0]?.text).toContain('Votre compte LinkedIn a besoin de vous')
  expect(post.mails[0]?.html).toContain('<img src="https://www.example.com/logo.png" alt="Example"')
  expect(post.mails[0]?.html).toContain('bgcolor="#f5c400"')
  expect(await linking.database.query('select user_id, used_at, options from connect_links')).toEqual([
    { user_id: 'anna', used_at: null, options: expect.objectContaining({ locale: 'fr' }) },
  ])
})

test('two instances send one email, however often the account breaks that day, and another the next day', async () => {
  await linkAccount()
  await report('disconnected')
  await eventually(async () => expect(await rows()).toMatchObject([{ settled_at: expect.anything() }]))
  for (let round = 0; round < 3; round++) {
    await report('running', { on: other })
    await report('disconnected', { on: round % 2 ? other : host.handler })
  }
  const [today, tomorrow, ...more] = await rows()
  expect(more).toEqual([])
  expect(tomorrow).toMatchObject({ settled_at: null, attempts: 0 })
  expect(post.mails).toHaveLength(1)
  expect(today?.day).not.toEqual(tomorrow?.day)

  ahead += 25 * 3_600_000
  await report('running')
  await report('disconnected')
  await eventually(() => expect(post.mails).toHaveLength(2))
})

test('a notice is removed if its account has recovered, and kept if it has broken again', async () => {
  const database = await host.database.open()
  onTestFinished(() => database.close())
  const store = new NoticeStore(database)
  const id = await linkAccount()
  const claim = async () => {
    await planNotice(database.queries, { id, status: 'disconnected' }, new Date(now() - 1))
    const [claimed] = await store.claimDue(new Date(now()), new Date(now() + 600_000), 1)
    if (!claimed) throw new Error('Nothing was claimed.')
    return claimed
  }
  expect(await store.dropRecovered(await claim())).toBe(true)
  expect(await rows()).toEqual([])

  const claimed = await claim()
  // It finds the notice that is claimed, and plans no other.
  await report('disconnected')
  expect(await store.dropRecovered(claimed)).toBe(false)
  expect(await rows()).toMatchObject([{ id: claimed.id, settled_at: null }])
})

test.each([
  { what: 'for now', responseCode: 451, tries: 3 },
  { what: 'while it accepts no sign-in', responseCode: 421, tries: 2 },
])('a message that the server refuses $what is sent again', async ({ responseCode, tries }) => {
  await linkAccount()
  let refused = 0
  post.refuse = () => (++refused < tries ? { responseCode } : undefined)
  await report('disconnected')
  await eventually(() => expect(post.mails).toHaveLength(1))
  await eventually(async () => expect(await rows()).toMatchObject([{ attempts: tries, failure: null }]))
})

test('after five tries a notice is given up and logged; the next day has another', async () => {
  await linkAccount()
  post.refuse = () => ({ responseCode: 451 })
  await report('disconnected')
  await eventually(async () =>
    expect(await rows()).toMatchObject([{ attempts: 5, failure: 'not_sent', settled_at: expect.anything() }]),
  )
  expect(host.log.join('\n')).toContain('A notice was given up')
})

test('a message that is permanently refused is not sent again', async () => {
  await linkAccount()
  post.refuse = () => ({ responseCode: 550 })
  await report('disconnected')
  await eventually(async () =>
    expect(await rows()).toMatchObject([{ attempts: 1, failure: 'refused', settled_at: expect.anything() }]),
  )
})

test('a user without an address gets no email', async () => {
  await linkAccount('nobody')
  await report('disconnected')
  await eventually(async () => expect(await rows()).toMatchObject([{ failure: 'no_address' }]))
  expect(post.mails).toEqual([])
})

test('no log line has an address, a link or the password', async () => {
  await linkAccount()
  post.refuse = () => ({ responseCode: 550 })
  await report('disconnected')
  await eventually(() => expect(host.log.join('\n')).toContain('A notice was given up'))
  for (const secret of [mailUser.password, 'anna@example.com', '/reconnect']) {
    expect(host.log.join('\n')).not.toContain(secret)
  }
})

describe('with a delay', () => {
  let patient: TestHost

  beforeAll(async () => {
    patient = await startTestHost({ notices, now, timings: { noticeDelayMinutes: 5 } })
  })
  afterAll(() => patient.close())
  beforeEach(() => patient.reset())

  /** Another account that breaks makes the instance look for what is due. */
  async function passFiveMinutes(other: string) {
    ahead += 5 * 60_000
    await linkAccount(other, `acc_of_${other}`, patient)
    await report('disconnected', { accountId: `acc_of_${other}`, at: patient })
  }

  test('an account that recovers causes no email, and may break again that day', async () => {
    await linkAccount('anna', 'acc_1', patient)
    await report('disconnected', { at: patient })
    await report('running', { at: patient })
    await passFiveMinutes('ben')
    await eventually(async () => expect(await rows(patient)).toHaveLength(1))
    expect(post.mails).toEqual([])
    await report('disconnected', { at: patient })
    await passFiveMinutes('carol')
    const written = () => post.mails.map(({ to }) => to?.[0]?.address).sort()
    await eventually(() => expect(written()).toEqual(['anna@example.com', 'ben@example.com']))
  })

  test('an account that is reconnected causes no email', async () => {
    const id = await linkAccount('anna', 'acc_1', patient)
    await report('disconnected', { at: patient })
    ahead += 1000
    await patient.as('anna').start({ ...linkedin(), accountId: id })
    await passFiveMinutes('ben')
    await eventually(async () => expect(await rows(patient)).toHaveLength(1))
    expect(post.mails).toEqual([])
  })

  test('removing an account removes its notice', async () => {
    await linkAccount('anna', 'acc_1', patient)
    await report('disconnected', { at: patient })
    expect(await rows(patient)).toHaveLength(1)
    const event = { type: 'account.remove', account_id: 'acc_1' }
    await deliver(patient, event, { time: Math.floor(now() / 1000) })
    expect(await rows(patient)).toEqual([])
  })
})
