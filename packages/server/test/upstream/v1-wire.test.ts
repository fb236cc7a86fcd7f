import { Secret } from '@connect-account/core/protocol'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Upstream, UpstreamStart } from '../../src/upstream/upstream.ts'
import { createUnipileV1Driver } from '../../src/upstream/v1/unipile-v1-driver.ts'
import { type Reply, type ScriptedUpstream, startScriptedUpstream } from '../scripted-upstream.ts'

let unipile: ScriptedUpstream
let upstream: Upstream
let now = Date.parse('2026-01-15T09:30:00Z')
/** API v1 signs nothing: its webhook's secret travels in a header. */
const signed = new Headers({ 'unipile-auth': 'secret' })

beforeAll(async () => {
  unipile = await startScriptedUpstream()
  const timings = { upstreamTimeoutMs: 1000, mailTimeoutMs: 1000, waitTimeoutMs: 1000 }
  const apiUrl = new URL(`${unipile.url}/`)
  upstream = createUnipileV1Driver({ apiKey: 'key', apiUrl, webhookSecrets: ['secret'], timings }, () => now)
})
afterAll(async () => {
  await upstream.close()
  await unipile.close()
})
afterEach(() => {
  unipile.calls.length = 0
})

const checkpoint = (body: object): Reply => ({
  status: 202,
  json: { object: 'Checkpoint', account_id: 'a1', checkpoint: body },
})
const account = (more: object = {}): Reply => ({
  json: {
    object: 'Account',
    id: 'a1',
    type: 'LINKEDIN',
    name: 'Anna',
    created_at: '2026-01-15T09:30:00.000Z',
    groups: [],
    connection_params: { im: { id: 'ACo1', username: 'anna@example.com' } },
    sources: [{ id: 'a1_MESSAGING', status: 'OK' }],
    ...more,
  },
})
const refusal = (status: number, type: string, detail?: string): Reply => ({
  status,
  json: { title: 'Some title', ...(detail ? { detail } : {}), instance: '/accounts', type, status },
})
const form = (values: Record<string, string>) => new Secret(values)
const password = form({ username: 'anna@example.com', password: 'p' })
const linkedin: UpstreamStart = {
  provider: 'linkedin',
  method: 'credentials',
  credentials: password,
  state: 's',
}
const never = () => new AbortController().signal
const mailServer = { host: 'mail.example.com', port: 993, encryption: 'tls' } as const

async function asked(start: UpstreamStart = linkedin): Promise<string> {
  const result = await upstream.start(start)
  if (result.type !== 'checkpoint' || !result.intentId) throw new Error('No checkpoint.')
  return result.intentId
}

test.each<[string, UpstreamStart, path: string, body: object]>([
  [
    'credentials',
    linkedin,
    '/api/v1/accounts',
    { provider: 'LINKEDIN', username: 'anna@example.com', password: 'p' },
  ],
  [
    'cookies, with the agent of the browser',
    {
      provider: 'linkedin',
      method: 'cookies',
      credentials: form({ access_token: 't', premium_access_token: 'p' }),
      userAgent: 'Mozilla/5.0',
      state: 's',
    },
    '/api/v1/accounts',
    { provider: 'LINKEDIN', access_token: 't', premium_token: 'p', user_agent: 'Mozilla/5.0' },
  ],
  [
    'a proxy of the host',
    { ...linkedin, proxy: { custom: { host: 'proxy.example.com', port: 8080 } } },
    '/api/v1/accounts',
    {
      provider: 'LINKEDIN',
      username: 'anna@example.com',
      password: 'p',
      proxy: { host: 'proxy.example.com', port: 8080 },
    },
  ],
  [
    'a proxy near a country',
    { provider: 'whatsapp', method: 'qr', proxy: { auto: { country: 'FR' } }, state: 's' },
    '/api/v1/accounts',
    { provider: 'WHATSAPP', country: 'FR' },
  ],
  [
    'Telegram without the password that it cannot take',
    { provider: 'telegram', method: 'qr', credentials: form({ twofa: 'secret' }), state: 's' },
    '/api/v1/accounts',
    { provider: 'TELEGRAM' },
  ],
  [
    'X with an email address',
    {
      provider: 'twitter',
      method: 'credentials',
      credentials: form({ username: 'anna', email: 'anna@example.com', password: 'p' }),
      state: 's',
    },
    '/api/v1/accounts',
    { provider: 'TWITTER', username: 'anna', email: 'anna@example.com', password: 'p' },
  ],
  [
    'a reconnection',
    { ...linkedin, accountId: 'a/1' },
    '/api/v1/accounts/a%2F1',
    { provider: 'LINKEDIN', username: 'anna@example.com', password: 'p' },
  ],
])('starts with %s', async (_, start, path, body) => {
  unipile.script = () => checkpoint({ type: 'OTP' })
  await upstream.start(start)
  expect(unipile.calls).toEqual([{ method: 'POST', path, apiKey: 'key', body }])
})

test('has no SOCKS 4 proxies, and says so', async () => {
  const custom = { host: 'proxy.example', port: 1080, protocol: 'socks4' } as const
  await expect(upstream.start({ ...linkedin, proxy: { custom } })).rejects.toMatchObject({
    code: 'proxy_failed',
    detail: expect.stringContaining('SOCKS 4'),
  })
  expect(unipile.calls).toEqual([])
})

test('starts a mailbox with its servers, and does not leave them to Unipile', async () => {
  unipile.script = () => checkpoint({ type: 'OTP' })
  const mailbox: UpstreamStart = {
    provider: 'imap',
    method: 'manual',
    credentials: form({ user: 'anna@example.com', password: 'p', imap_host: 'typed' }),
    state: 's',
  }
  await upstream.startMail({ ...mailbox, mail: { imap: mailServer, smtp: { ...mailServer, port: 465 } } })
  expect(unipile.calls[0]?.body).toEqual({
    provider: 'MAIL',
    imap_user: 'anna@example.com',
    imap_password: 'p',
    imap_host: 'mail.example.com',
    imap_port: 993,
    imap_encryption: 'tls',
    smtp_user: 'anna@example.com',
    smtp_password: 'p',
    smtp_host: 'mail.example.com',
    smtp_port: 465,
  })
  await expect(upstream.startMail(mailbox)).rejects.toMatchObject({ code: 'mail_settings_invalid' })
  await upstream.startMail({ ...mailbox, accountId: 'a1' })
  expect(unipile.calls[1]?.body).toEqual({ provider: 'MAIL', imap_password: 'p', smtp_password: 'p' })
})

test.each([
  [{ type: 'OTP' }, { type: 'otp' }],
  [
    { type: '2FA', source: 'SMS' },
    { type: 'two_factor', platform: 'sms' },
  ],
  [
    { type: '2FA', source: 'APP' },
    { type: 'two_factor', platform: 'app' },
  ],
  [{ type: '2FA' }, { type: 'otp' }],
  [
    { type: '2FA', source: 'PIGEON' },
    { type: 'unsupported', name: '2FA PIGEON' },
  ],
  [{ type: 'IN_APP_VALIDATION' }, { type: 'in_app' }],
  [
    { type: 'IN_APP_VALIDATION', display: { type: 'NUMBER', value: '42' } },
    { type: 'in_app', show: { kind: 'number', value: '42', label: '42' } },
  ],
  [
    { type: 'DISPLAY', display: { type: 'CODE', value: 'ABCD-1234' } },
    { type: 'show', show: { kind: 'code', value: 'ABCD-1234', label: 'ABCD-1234' } },
  ],
  [{ type: 'DISPLAY' }, { type: 'unsupported', name: 'DISPLAY' }],
  [{ type: 'PHONE_REGISTER' }, { type: 'phone' }],
  [
    { type: 'CAPTCHA', public_key: 'k', data: 'd' },
    { type: 'captcha', publicKey: 'k', data: 'd' },
  ],
  [{ type: 'CAPTCHA' }, { type: 'captcha', publicKey: null, data: null }],
  [
    { type: 'CONTRACT_CHOOSER', contract_options: [{ id: '1', name: 'One' }] },
    { type: 'contract', options: [{ id: '1', label: 'One' }] },
  ],
  [
    { type: 'QRCODE', qrcode: '2@abc' },
    { type: 'qr', qrcode: '2@abc' },
  ],
  [{ type: 'QRCODE' }, { type: 'unsupported', name: 'QRCODE' }],
  [{ type: 'RIDDLE' }, { type: 'unsupported', name: 'RIDDLE' }],
])('reads %j', async (posed, read) => {
  unipile.script = () => checkpoint(posed)
  expect(await upstream.start(linkedin)).toMatchObject({ type: 'checkpoint', checkpoint: read })
})

test('sends the provider and the account with each answer', async () => {
  unipile.script = () => checkpoint({ type: 'OTP' })
  const intentId = await asked({ ...linkedin, accountId: 'a1' })
  await upstream.solve(intentId, new Secret('123456'))
  await upstream.requestChallenge(intentId)
  await upstream.resend(intentId)
  expect(unipile.calls.slice(1)).toMatchObject([
    { path: '/api/v1/accounts/checkpoint', body: { provider: 'LINKEDIN', account_id: 'a1', code: '123456' } },
    {
      path: '/api/v1/accounts/checkpoint',
      body: { provider: 'LINKEDIN', account_id: 'a1', code: 'TRY_ANOTHER_WAY' },
    },
    { path: '/api/v1/accounts/checkpoint/resend', body: { provider: 'LINKEDIN', account_id: 'a1' } },
  ])
})

test('an account that cannot be read yet is linked anyway', async () => {
  unipile.script = ({ method }) =>
    method === 'POST'
      ? { status: 201, json: { object: 'AccountCreated', account_id: 'a1' } }
      : refusal(503, 'errors/service_unavailable')
  expect(await upstream.start(linkedin)).toEqual({
    type: 'account',
    account: { id: 'a1', provider: 'linkedin', providerUserId: '', status: 'running' },
  })
})

describe('a wait', () => {
  test.each([
    ['no account', refusal(404, 'errors/resource_not_found'), { type: 'pending' }],
    ['no credentials yet', account({ sources: [{ id: '1', status: 'CREDENTIALS' }] }), { type: 'pending' }],
    ['still connecting', account({ sources: [{ id: '1', status: 'CONNECTING' }] }), { type: 'pending' }],
    ['an account that works', account(), { type: 'account', account: { id: 'a1', providerUserId: 'ACo1' } }],
    ['one that failed later', account({ sources: [{ id: '1', status: 'ERROR' }] }), { type: 'account' }],
  ])('finds %s', async (_, reply, result) => {
    unipile.script = () => checkpoint({ type: 'IN_APP_VALIDATION' })
    const intentId = await asked()
    unipile.script = () => reply
    expect(await upstream.wait(intentId, never())).toMatchObject(result)
    expect(unipile.calls.at(-1)).toMatchObject({ method: 'GET', path: '/api/v1/accounts/a1' })
  })

  test('that fails rejects', async () => {
    unipile.script = () => checkpoint({ type: 'IN_APP_VALIDATION' })
    const intentId = await asked()
    unipile.script = () => refusal(503, 'errors/service_unavailable')
    await expect(upstream.wait(intentId, never())).rejects.toMatchObject({ code: 'upstream_unavailable' })
  })

  test('that is held until it times out says that nothing has happened', async () => {
    unipile.script = () => checkpoint({ type: 'QRCODE', qrcode: 'a code' })
    const intentId = await asked({ provider: 'whatsapp', method: 'qr', state: 's' })
    unipile.script = () => 'never'
    expect(await upstream.wait(intentId, never())).toEqual({ type: 'pending' })
  })

  test.each([
    { provider: 'telegram', shown: { seconds: 60 }, after: 'expired' },
    { provider: 'whatsapp', shown: {}, after: 'pending' },
  ])("for a scan of $provider's code: $after after a minute", async ({ provider, shown, after }) => {
    unipile.script = () => checkpoint({ type: 'QRCODE', qrcode: 'tg://login' })
    const start = await upstream.start({ provider, method: 'qr', state: 's' })
    expect(start).toMatchObject({ checkpoint: { type: 'qr', qrcode: 'tg://login', ...shown } })
    const intentId = start.type === 'checkpoint' ? (start.intentId ?? '') : ''
    // The code was scanned, and a password is asked for: nothing of it is reported.
    unipile.script = () => refusal(404, 'errors/resource_not_found')
    expect(await upstream.wait(intentId, never())).toEqual({ type: 'pending' })
    const before = now
    now += 61_000
    expect(await upstream.wait(intentId, never())).toEqual({ type: after })
    now = before
  })

  test('for an intent of API v2 has expired', async () => {
    expect(await upstream.wait('acc_of_v2', never())).toEqual({ type: 'expired' })
  })
})

test.each([
  ['AccountRestarted', 'OK', 'running'],
  ['AccountFailedToRestart', 'STOPPED', 'errored'],
])(
  'an account that is still stopped after its owner signed in is restarted once: %s',
  async (object, after, status) => {
    let source = 'STOPPED'
    unipile.script = ({ method, path }) => {
      if (method === 'GET') return account({ sources: [{ id: '1', status: source }] })
      if (!path.endsWith('/restart')) return { json: { object: 'AccountReconnected', account_id: 'a1' } }
      source = after
      return { json: { object } }
    }
    expect(await upstream.start({ ...linkedin, accountId: 'a1' })).toMatchObject({ account: { status } })
    expect(unipile.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/accounts/a1',
      'GET /api/v1/accounts/a1',
      'POST /api/v1/accounts/a1/restart',
      'GET /api/v1/accounts/a1',
    ])
  },
)

test('a restart that is refused does not undo the sign-in', async () => {
  unipile.script = ({ method, path }) => {
    if (method === 'GET') return account({ sources: [{ id: '1', status: 'STOPPED' }] })
    return path.endsWith('/restart')
      ? refusal(503, 'errors/service_unavailable')
      : { json: { object: 'AccountReconnected', account_id: 'a1' } }
  }
  expect(await upstream.start({ ...linkedin, accountId: 'a1' })).toMatchObject({
    account: { status: 'errored' },
  })
})

test.each([
  ['OK', 'running'],
  ['CONNECTING', 'running'],
  ['CREDENTIALS', 'disconnected'],
  ['PERMISSIONS', 'disconnected'],
  ['ERROR', 'errored'],
  ['STOPPED', 'errored'],
  ['SOMETHING_NEW', 'running'],
  ['OK CREDENTIALS', 'partial'],
  ['OK ERROR', 'degraded'],
  ['OK STOPPED ERROR', 'degraded'],
  ['ERROR CREDENTIALS', 'disconnected'],
  ['', 'running'],
])('sources that are "%s" make an account that is %s', async (statuses, status) => {
  const sources = statuses.split(' ').flatMap((word, id) => (word ? [{ id: String(id), status: word }] : []))
  unipile.script = () => account({ sources })
  expect((await upstream.readAccount('a1')).status).toBe(status)
})

test.each([
  ['WHATSAPP', { im: { phone_number: '33612345678' } }, 'whatsapp', '33612345678'],
  ['TELEGRAM', { im: { user_id: '77', username: 'anna' } }, 'telegram', '77'],
  ['MESSENGER', { im: { id: '88', username: 'anna' } }, 'facebook', '88'],
  ['MAIL', { mail: { imap_user: 'anna@example.com' } }, 'imap', 'anna@example.com'],
  ['GOOGLE_OAUTH', { mail: { id: '99', username: 'anna@gmail.com' } }, 'google', '99'],
  ['EXCHANGE', { mail: 'of a newer shape' }, 'exchange', ''],
])('reads an account of the type %s', async (type, connection_params, provider, providerUserId) => {
  unipile.script = () => account({ type, connection_params })
  expect(await upstream.readAccount('a1')).toMatchObject({ provider, providerUserId })
})

test.each([
  ['start', 401, 'errors/invalid_credentials', 'invalid_credentials'],
  ['start', 401, 'errors/missing_credentials', 'upstream_unauthorized'],
  ['start', 403, 'errors/feature_not_subscribed', 'upstream_unauthorized'],
  ['start', 401, 'errors/invalid_proxy_credentials', 'proxy_failed'],
  ['start', 500, 'errors/provider_error', 'provider_unavailable'],
  ['start', 500, 'errors/unexpected_error', 'upstream_unavailable'],
  ['start', 429, 'errors/too_many_requests', 'upstream_rate_limited'],
  ['start', 418, 'errors/of_tomorrow', 'upstream_rejected'],
  ['start', 425, 'errors/auth_in_progress', 'sign_in_in_progress'],
  ['start', 425, 'errors/of_tomorrow', 'sign_in_in_progress'],
  ['start', 409, 'errors/operation_canceled', 'sign_in_in_progress'],
  ['start', 403, 'errors/action_required', 'action_required'],
  ['start', 403, 'errors/unknown_authentication_context', 'action_required'],
  ['start', 403, 'errors/subscription_required', 'subscription_required'],
  ['start', 407, 'errors/of_tomorrow', 'proxy_failed'],
  ['start', 502, 'errors/of_tomorrow', 'proxy_failed'],
  ['solve', 408, 'errors/of_tomorrow', 'upstream_timeout'],
  ['solve', 504, 'errors/of_tomorrow', 'upstream_timeout'],
  ['solve', 401, 'constructor', 'upstream_unauthorized'],
  ['solve', 401, 'errors/invalid_checkpoint_solution', 'invalid_code'],
  ['solve', 401, 'errors/checkpoint_error', 'upstream_rejected'],
  ['resend', 422, 'errors/cannot_resend_yet', 'resend_too_soon'],
  ['resend', 501, 'errors/feature_not_implemented', 'resend_not_available'],
  ['resend', 404, 'errors/resource_not_found', 'resend_not_available'],
  ['challenge', 401, 'errors/invalid_checkpoint_solution', 'no_other_way'],
])('%s: %i %s is %s', async (call, status, type, code) => {
  unipile.script = () => checkpoint({ type: 'OTP' })
  const intentId = await asked()
  unipile.script = () => refusal(status, type, 'free text that is never repeated')
  const calls: Record<string, () => Promise<unknown>> = {
    start: () => upstream.start(linkedin),
    solve: () => upstream.solve(intentId, new Secret('123456')),
    resend: () => upstream.resend(intentId),
    challenge: () => upstream.requestChallenge(intentId),
  }
  const error: unknown = await calls[call]?.().catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code, detail: expect.stringContaining(type) })
  expect(JSON.stringify(error)).not.toContain('free text')
})

test.each([
  [401, 'errors/wrong_account', undefined, { type: 'mismatch' }],
  [403, 'errors/account_mismatch', undefined, { type: 'mismatch' }],
  [403, 'errors/session_mismatch', undefined, { type: 'mismatch' }],
  [409, 'errors/operation_canceled', undefined, { type: 'expired' }],
  [403, 'errors/account_restricted', 'Locked', { type: 'restricted', reason: 'Locked' }],
  [403, 'errors/already_exists', 'a0', { type: 'duplicate', accountId: 'a0' }],
  [500, 'errors/authentication_intent_error', undefined, { type: 'expired' }],
  [404, 'errors/resource_not_found', undefined, { type: 'expired' }],
])('%i %s ends an intent', async (status, type, detail, end) => {
  unipile.script = () => checkpoint({ type: 'OTP' })
  const intentId = await asked()
  unipile.script = () => refusal(status, type, detail)
  expect(await upstream.solve(intentId, new Secret('123456'))).toEqual(end)
})

test.each(['imap', 'smtp'])('reports that the %s server does not work', async (side) => {
  unipile.script = () => refusal(401, `errors/invalid_${side}_configuration`)
  const start: UpstreamStart = {
    provider: 'imap',
    method: 'manual',
    credentials: form({ user: 'anna@example.com', password: 'p' }),
    mail: { imap: mailServer, smtp: mailServer },
    state: 's',
  }
  expect(await upstream.startMail(start)).toMatchObject({ type: 'mail_refused', side })
})

test('requests a hosted link with the state in both return addresses', async () => {
  unipile.script = () => ({
    status: 201,
    json: { object: 'HostedAuthUrl', url: 'https://account.unipile.com/abc' },
  })
  const common = { expiresOn: new Date(now), redirectUri: 'https://app.example/back', state: 's1' }
  const url = await upstream.createWizardLink({
    ...common,
    providers: ['linkedin', 'facebook', 'mock'],
    notifyUrl: 'https://app.example/notify',
  })
  expect(url).toBe('https://account.unipile.com/abc')
  await upstream.createWizardLink({ ...common, accountId: 'a1' })
  expect(unipile.calls.map(({ body }) => body)).toEqual([
    {
      type: 'create',
      providers: ['LINKEDIN', 'MESSENGER'],
      api_url: unipile.url,
      expiresOn: '2026-01-15T09:30:00.000Z',
      name: 's1',
      notify_url: 'https://app.example/notify',
      success_redirect_url: 'https://app.example/back?state=s1',
      failure_redirect_url: expect.stringMatching(
        /^https:\/\/app\.example\/back\?state=s1&error_type=errors/,
      ),
    },
    expect.objectContaining({ type: 'reconnect', reconnect_account: 'a1' }),
  ])
})

const webhook = (message: string) =>
  new TextEncoder().encode(JSON.stringify({ AccountStatus: { account_id: 'a1', message } }))

test.each([
  // A delivery has no time: what it says may be over.
  ['OK', { type: 'changed' }],
  ['CREDENTIALS', { type: 'changed' }],
  ['STOPPED', { type: 'changed' }],
  ['DELETED', { type: 'removed' }],
  ['CREATION_SUCCESS', { type: 'settled', added: true }],
  ['RECONNECTED', { type: 'changed' }],
  ['SYNC_SUCCESS', { type: 'synced', sync: 'completed' }],
])('the status webhook reports %s', (message, change) => {
  expect(upstream.readWebhook(signed, webhook(message))).toEqual({
    id: expect.any(String),
    type: message,
    change: { ...change, accountId: 'a1' },
  })
})

test('a status webhook with an unknown message is ignored', () => {
  expect(upstream.readWebhook(signed, webhook('OF_TOMORROW'))).toBeUndefined()
})
