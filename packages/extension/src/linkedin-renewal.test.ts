import { ConnectError } from '@connect-account/core/errors'
import type { Account, Step } from '@connect-account/core/protocol'
import {
  type Reply,
  sampleAccount,
  sampleTime,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { expect, it } from 'vitest'
import { createLinkedInRenewal } from './linkedin-renewal.ts'

const disconnected: Account = { ...sampleAccount, status: 'disconnected' }
const linked: Step = { type: 'linked', account: sampleAccount }
const relinked: Step = { type: 'relinked', account: sampleAccount }

interface Situation {
  /** LinkedIn's cookies in this browser. */
  readonly cookies?: Record<string, string>
  readonly accounts?: readonly Account[] | ConnectError
  readonly start?: (accountId: string | undefined) => Reply
}

/** An extension in a browser that is signed in to LinkedIn. */
function extension({
  cookies = { li_at: 'AQED', li_a: 'AQJ2' },
  accounts = [],
  start = (accountId) => (accountId ? relinked : linked),
}: Situation = {}) {
  const stored: Record<string, unknown> = {}
  const jar = { ...cookies }
  const read: string[] = []
  const sent: unknown[] = []
  const list = scriptedAccounts({ accounts: accounts instanceof ConnectError ? [] : accounts })
  const transport = scriptedTransport({
    start(input) {
      sent.push({ accountId: input.accountId, ...input.credentials?.reveal() })
      return start(input.accountId)
    },
    cancel: () => ({ type: 'canceled' }),
  })
  const renewal = createLinkedInRenewal({
    browser: {
      cookies: {
        async get({ url, name }) {
          read.push(`${new URL(url).host} ${name}`)
          const value = jar[name]
          return value === undefined ? null : { value }
        },
      },
      storage: {
        local: {
          get: async () => structuredClone(stored),
          set: async (items) => void Object.assign(stored, structuredClone(items)),
        },
      },
    },
    transport,
    accounts: accounts instanceof ConnectError ? { list: () => Promise.reject(accounts) } : list,
    userAgent: 'Mozilla/5.0 (test)',
    now: () => Date.parse(sampleTime),
  })
  return { renewal, transport, list, stored, jar, read, sent }
}

it('reads nothing and sends nothing before the user has agreed', async () => {
  const { renewal, read, transport } = extension()
  expect(await renewal.check()).toMatchObject({ status: 'off' })
  expect(read).toEqual([])
  expect(transport.calls).toEqual([])
})

it('links with the two cookies and the user agent, and stores none of them', async () => {
  const { renewal, read, sent, stored } = extension()
  expect(await renewal.connect()).toEqual({
    status: 'connected',
    accountId: 'a1',
    refusals: 0,
    checkedAt: sampleTime,
  })
  expect(read.toSorted()).toEqual(['www.linkedin.com li_a', 'www.linkedin.com li_at'])
  expect(sent).toEqual([
    { access_token: 'AQED', premium_access_token: 'AQJ2', user_agent: 'Mozilla/5.0 (test)' },
  ])
  expect(JSON.stringify(stored)).not.toMatch(/AQED|AQJ2|Mozilla/)
})

it('waits until the server has linked the account', async () => {
  const { renewal, transport } = extension({ start: () => ({ type: 'loading', id: 'loading' }) })
  const connected = renewal.connect()
  await expect.poll(() => transport.calls).toContain('watch')
  transport.push(linked)
  expect(await connected).toMatchObject({ status: 'connected', accountId: 'a1' })
})

it('looks at a running account without reading a cookie', async () => {
  const { renewal, read, list } = extension({ accounts: [sampleAccount] })
  await renewal.connect()
  const before = read.length
  expect(await renewal.check()).toMatchObject({ status: 'connected' })
  expect(read.length).toBe(before)
  list.push([{ ...sampleAccount, status: 'errored' }])
  expect(await renewal.check()).toMatchObject({ status: 'connected' })
  expect(read.length).toBe(before)
})

it('renews the session of an account that LinkedIn has disconnected', async () => {
  const { renewal, list, sent } = extension()
  await renewal.connect()
  list.push([disconnected])
  expect(await renewal.check()).toMatchObject({ status: 'connected', accountId: 'a1' })
  expect(sent.at(-1)).toMatchObject({ accountId: 'a1', access_token: 'AQED' })
})

it('reconnects the own account that was linked before', async () => {
  const { renewal, sent } = extension({
    start: (accountId) => (accountId ? relinked : { type: 'duplicate', account: disconnected }),
  })
  expect(await renewal.connect()).toMatchObject({ status: 'connected', accountId: 'a1' })
  expect(sent).toHaveLength(2)
})

it.each<[string, Reply]>([
  ['a session that has ended', new ConnectError('invalid_credentials')],
  ['another person’s session', { type: 'mismatch' }],
  ['an account of someone else', { type: 'duplicate' }],
  ['a question for the user', { type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }],
  ['an end without success', { type: 'failed', error: { code: 'account_restricted' }, retryable: false }],
])('stops after three refusals in a row: %s', async (_, reply) => {
  const { renewal, list, sent, transport } = extension({
    start: (accountId) => (accountId ? reply : linked),
  })
  await renewal.connect()
  list.push([disconnected])
  expect(await renewal.check()).toMatchObject({ status: 'refused', refusals: 1 })
  expect(await renewal.check()).toMatchObject({ status: 'refused', refusals: 2 })
  expect(await renewal.check()).toMatchObject({ status: 'stopped', refusals: 3, accountId: 'a1' })
  const attempts = sent.length
  expect(await renewal.check()).toMatchObject({ status: 'stopped' })
  expect(sent).toHaveLength(attempts)
  // A question that nobody answers is taken back.
  const isOpen = typeof reply === 'object' && 'type' in reply && reply.type === 'otp'
  expect(transport.calls.filter((call) => call === 'cancel')).toHaveLength(isOpen ? 3 : 0)
})

it('counts from the start after a success, and after the user asks again', async () => {
  let reply: Reply = new ConnectError('invalid_credentials')
  const { renewal, list } = extension({ start: (accountId) => (accountId ? reply : linked) })
  await renewal.connect()
  list.push([disconnected])
  for (const status of ['refused', 'refused', 'stopped'])
    expect(await renewal.check()).toMatchObject({ status })
  expect(await renewal.connect()).toMatchObject({ status: 'refused', refusals: 1 })
  reply = relinked
  expect(await renewal.check()).toMatchObject({ status: 'connected', refusals: 0 })
})

it.each<[string, ConnectError, string]>([
  ['an outage', new ConnectError('network_unreachable'), 'unreachable'],
  ['a limit of Unipile', new ConnectError('upstream_rate_limited'), 'unreachable'],
  ['no user of the host', new ConnectError('session_expired'), 'app_signed_out'],
])('does not count what says nothing about the session: %s', async (_, error, status) => {
  const { renewal, list } = extension({ start: (accountId) => (accountId ? error : linked) })
  await renewal.connect()
  list.push([disconnected])
  for (let i = 0; i < 4; i++) {
    expect(await renewal.check()).toMatchObject({ status, refusals: 0, reason: error.code })
  }
})

it('waits for the user to sign in to LinkedIn', async () => {
  const { renewal, jar, sent } = extension({ cookies: {} })
  expect(await renewal.connect()).toMatchObject({ status: 'linkedin_signed_out' })
  expect(sent).toEqual([])
  Object.assign(jar, { li_at: 'AQED' })
  expect(await renewal.check()).toMatchObject({ status: 'connected', accountId: 'a1' })
})

it('ends when the account was disconnected in the app', async () => {
  const { renewal, list } = extension()
  await renewal.connect()
  list.push([])
  expect(await renewal.check()).toMatchObject({ status: 'off' })
})

it('does one thing at a time', async () => {
  const { renewal, list, sent } = extension()
  await renewal.connect()
  list.push([disconnected])
  const start = sent.length
  const first = renewal.check()
  list.push([sampleAccount])
  await Promise.all([first, renewal.check(), renewal.check()])
  expect(sent.length - start).toBeLessThanOrEqual(1)
})

it('treats a state that it cannot read as off', async () => {
  const { renewal, stored, transport } = extension()
  stored['connect-account'] = { status: 'novel', refusals: 'many' }
  expect(await renewal.check()).toMatchObject({ status: 'off' })
  expect(transport.calls).toEqual([])
})
