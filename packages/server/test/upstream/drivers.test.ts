import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { Secret } from '@connect-account/core/protocol'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUpstream, type UpstreamApi } from '../../src/upstream/create-upstream.ts'
import type { Upstream, UpstreamResult, UpstreamStart } from '../../src/upstream/upstream.ts'

const API_KEY = 'key-of-the-drivers'
function providerOf(id: string) {
  const provider = providerCatalogue.find((one) => one.id === id)
  if (!provider) throw new Error(`The catalogue has no ${id}.`)
  return provider
}

const never = () => new AbortController().signal

/** Both drivers, each in front of its side of a sandbox: the same calls, the same results. */
describe.each<UpstreamApi>(['v2', 'v1'])('API %s', (api) => {
  let sandbox: Sandbox
  let upstream: Upstream
  const clock = { now: Date.parse('2026-01-15T09:30:00Z') }

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, apiKey: API_KEY, now: () => clock.now, timings: { holdMs: 20 } })
    const timings = { upstreamTimeoutMs: 5000, mailTimeoutMs: 5000, waitTimeoutMs: 5000 }
    upstream = createUpstream(
      api,
      { apiKey: API_KEY, apiUrl: new URL(sandbox.url), timings },
      () => clock.now,
    )
  })
  afterAll(async () => {
    await upstream.close()
    await sandbox.close()
  })

  const person = (name: string, password = 'right'): UpstreamStart => ({
    provider: 'linkedin',
    method: 'credentials',
    credentials: new Secret({ username: `${name}@sandbox.test`, password }),
    state: 'a-state',
  })
  const scan: UpstreamStart = { provider: 'whatsapp', method: 'qr', state: 'a-state' }

  async function post(path: string, body: object): Promise<Response> {
    const response = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
    return response
  }

  async function newestCode(name: string): Promise<Secret<string>> {
    const response = await fetch(`${sandbox.url}/phone?to=${encodeURIComponent(`${name}@sandbox.test`)}`)
    const phone: unknown = await response.json()
    const code = /"code":"(\d{6})"/.exec(JSON.stringify(phone))?.[1]
    return new Secret(code ?? 'none was sent')
  }

  async function asked(start: UpstreamStart) {
    const result = await upstream.start(start)
    if (result.type !== 'checkpoint' || !result.intentId) throw new Error(`No checkpoint: ${result.type}`)
    return { intentId: result.intentId, checkpoint: result.checkpoint }
  }

  async function linked(start: UpstreamStart) {
    const result = await upstream.start(start)
    if (result.type !== 'account') throw new Error(`No account: ${result.type}`)
    return result.account
  }

  test('links at once, and reads the account', async () => {
    const account = await linked(person('plain.lena'))
    expect(account).toMatchObject({
      provider: 'linkedin',
      name: 'Lena Sandbox',
      status: 'running',
      createdAt: new Date(clock.now),
    })
    expect(account.providerUserId).toMatch(/^ACoAA/)
    expect(await upstream.readAccount(account.id)).toMatchObject({ id: account.id, provider: 'linkedin' })
  })

  test.each([
    ['linkedin', 'cookies', { access_token: 'plain.cora@sandbox.test', user_agent: 'Mozilla/5.0' }],
    ['instagram', 'credentials', { username: 'plain.cora@sandbox.test', password: 'right' }],
    ['facebook', 'credentials', { username: 'plain.cora@sandbox.test', password: 'right' }],
    ['twitter', 'credentials', { username: 'plain.cora@sandbox.test', password: 'right' }],
  ])('links %s by %s', async (id, method, filled) => {
    const provider = providerOf(id)
    const way = upstream.adapt(provider).methods.find((one) => one.id === method)
    const asksForEmail = way?.kind === 'form' && way.fields.some(({ name }) => name === 'email')
    expect(asksForEmail).toBe(api === 'v1' && id === 'twitter')
    const form = { ...filled, ...(asksForEmail ? { email: 'plain.cora@sandbox.test' } : {}) }
    const account = await linked({
      provider: id,
      method,
      credentials: new Secret<Record<string, string>>(form),
      state: 's',
    })
    expect(account).toMatchObject({ provider: id, name: 'Cora Sandbox', status: 'running' })
    expect(account.providerUserId).not.toBe('')
  })

  test('links a mailbox with its servers', async () => {
    const server = (side: string, port: number) => ({
      host: `${side}.sandbox.test`,
      port,
      encryption: 'tls' as const,
    })
    const result = await upstream.startMail({
      provider: 'imap',
      method: 'manual',
      credentials: new Secret({ user: 'plain.mia@sandbox.test', password: 'right' }),
      mail: { imap: server('imap', 993), smtp: server('smtp', 465) },
      state: 's',
    })
    expect(result).toMatchObject({
      type: 'account',
      account: { provider: 'imap', providerUserId: 'plain.mia@sandbox.test' },
    })
  })

  test('passes code after code; a wrong one may be typed again', async () => {
    const name = 'phone+2fa-sms+otp+contract.otto'
    const first = await asked(person(name))
    expect(first.checkpoint).toEqual({ type: 'phone' })
    const number = new Secret({ dialling: '33', national: '0612345678' })
    const second = await upstream.givePhone(first.intentId, number)
    expect(second).toMatchObject({ checkpoint: { type: 'two_factor', platform: 'sms' } })
    await expect(upstream.solve(first.intentId, new Secret('wrong'))).rejects.toMatchObject({
      code: 'invalid_code',
    })
    expect(await upstream.solve(first.intentId, await newestCode(name))).toMatchObject({
      checkpoint: { type: 'otp' },
    })
    expect(await upstream.solve(first.intentId, await newestCode(name))).toMatchObject({
      checkpoint: { type: 'contract', options: [{ id: 'contract-recruiter' }, { id: 'contract-sales' }] },
    })
    expect(await upstream.solve(first.intentId, new Secret('contract-sales'))).toMatchObject({
      type: 'account',
      account: { name: 'Otto Sandbox' },
    })
  })

  test('shows what a captcha needs', async () => {
    const { checkpoint } = await asked(person('captcha.carl'))
    expect(checkpoint).toMatchObject({ type: 'captcha', data: expect.stringContaining('{') })
  })

  test('names an authenticator app, and reports a newer type as unsupported', async () => {
    expect((await asked(person('2fa-app.tom'))).checkpoint).toEqual({ type: 'two_factor', platform: 'app' })
    expect((await asked(person('novel.nora'))).checkpoint).toEqual({ type: 'unsupported', name: 'PALM_SCAN' })
  })

  test('resends after a delay, and only what was sent', async () => {
    const { intentId } = await asked(person('otp.rita'))
    const first = (await newestCode('otp.rita')).reveal()
    await expect(upstream.resend(intentId)).rejects.toMatchObject({ code: 'resend_too_soon' })
    clock.now += 31_000
    await upstream.resend(intentId)
    expect((await newestCode('otp.rita')).reveal()).not.toBe(first)
    const app = await asked(person('2fa-app.rita'))
    await expect(upstream.resend(app.intentId)).rejects.toMatchObject({ code: 'resend_not_available' })
  })

  test('requests a challenge if there is one', async () => {
    const { intentId } = await asked(person('otp.wanda'))
    const other = await upstream.requestChallenge(intentId)
    expect(other).toMatchObject({ checkpoint: { type: api === 'v1' ? 'otp' : 'challenge' } })
    if (api === 'v2') await upstream.requestChallenge(intentId, 'SMS')
    expect(await upstream.solve(intentId, await newestCode('otp.wanda'))).toMatchObject({ type: 'account' })
    const contract = await asked(person('contract.wanda'))
    await expect(upstream.requestChallenge(contract.intentId)).rejects.toMatchObject({ code: 'no_other_way' })
  })

  test('waits for an approval', async () => {
    const { intentId, checkpoint } = await asked(person('in-app.ida'))
    expect(checkpoint).toEqual({ type: 'in_app' })
    const before = await upstream.wait(intentId, never())
    expect(api === 'v1' ? before : before.type).toEqual(api === 'v1' ? { type: 'pending' } : 'checkpoint')
    await post('/phone/approve', { to: 'in-app.ida@sandbox.test', approve: true })
    expect(await upstream.wait(intentId, never())).toMatchObject({
      type: 'account',
      account: { name: 'Ida Sandbox' },
    })
  })

  test('waits for a scan, also of a fresh code', async () => {
    const first = await asked(scan)
    if (first.checkpoint.type !== 'qr') throw new Error('No QR code.')
    const fresh = await upstream.requestChallenge(first.intentId)
    if (fresh.type !== 'checkpoint' || fresh.checkpoint.type !== 'qr') throw new Error('No fresh QR code.')
    expect(fresh.checkpoint.qrcode).not.toBe(first.checkpoint.qrcode)
    await post('/phone/scan', { qrcode: fresh.checkpoint.qrcode, as: 'plain.quinn' })
    expect(await upstream.wait(fresh.intentId ?? first.intentId, never())).toMatchObject({
      type: 'account',
      account: { provider: 'whatsapp', name: 'Quinn Sandbox' },
    })
  })

  test('cancels a wait that does not end', async () => {
    const { intentId } = await asked(person('in-app.gil'))
    clock.now += 301_000
    expect(await upstream.wait(intentId, never())).toEqual({ type: 'expired' })
  })

  test('distinguishes an intent that no longer exists from an open one', async () => {
    const { intentId } = await asked(person('otp.gone'))
    expect(await upstream.solve(intentId, await newestCode('otp.gone'))).toMatchObject({ type: 'account' })
    expect(await upstream.solve(intentId, new Secret('123456'))).toEqual({ type: 'expired' })
  })

  test('reconnects the account, and no other', async () => {
    const account = await linked(person('plain.rena'))
    await post(`/phone/accounts/${account.id}`, { status: 'disconnected' })
    expect((await upstream.readAccount(account.id)).status).toBe('disconnected')
    const again = await upstream.start({ ...person('plain.rena'), accountId: account.id })
    expect(again).toMatchObject({ type: 'account', account: { id: account.id, status: 'running' } })
    const other: UpstreamResult = await upstream.start({ ...person('plain.other'), accountId: account.id })
    expect(other).toEqual({ type: 'mismatch' })
  })

  test('waits for the scan that reconnects', async () => {
    const shown = await asked(scan)
    if (shown.checkpoint.type !== 'qr') throw new Error('No QR code.')
    await post('/phone/scan', { qrcode: shown.checkpoint.qrcode, as: 'plain.rosa' })
    const result = await upstream.wait(shown.intentId, never())
    if (result.type !== 'account') throw new Error('Not linked.')
    const { id } = result.account
    await post(`/phone/accounts/${id}`, { status: 'disconnected' })
    const again = await asked({ ...scan, accountId: id })
    expect((await upstream.wait(again.intentId, never())).type).not.toBe('account')
    if (again.checkpoint.type !== 'qr') throw new Error('No QR code.')
    await post('/phone/scan', { qrcode: again.checkpoint.qrcode, as: 'plain.rosa' })
    expect(await upstream.wait(again.intentId, never())).toMatchObject({ type: 'account', account: { id } })
  })

  test.each([
    ['duplicate.dan', { type: 'duplicate', accountId: expect.any(String) }],
    ['restricted.eve', { type: 'restricted', providerUserId: expect.stringMatching(/^ACoAA/) }],
    ['mismatch.max', { type: 'mismatch' }],
  ])('%s ends the sign-in', async (name, end) => {
    expect(await upstream.start(person(name))).toMatchObject(end)
  })

  test.each([
    ['plain.anna', 'wrong', 'invalid_credentials'],
    ['outage.olga', 'right', 'provider_unavailable'],
    ['garbage.gus', 'right', 'upstream_invalid_answer'],
    ['reset.rob', 'right', 'upstream_unreachable'],
    ['rate-limited.ray', 'right', api === 'v1' ? 'upstream_rate_limited' : 'provider_rate_limited'],
  ])('%s with the password %s is %s', async (name, password, code) => {
    await expect(upstream.start(person(name, password))).rejects.toMatchObject({ code })
  })

  test.each([
    ['disconnected', 'disconnected'],
    ['errored', 'errored'],
    ['partial', 'partial'],
    ['degraded', 'degraded'],
    ['running', 'running'],
  ])('reports that an account is %s', async (status, ours) => {
    const account = await linked(person(`plain.${status}`))
    await post(`/phone/accounts/${account.id}`, { status })
    expect((await upstream.readAccount(account.id)).status).toBe(ours)
  })

  test('names the product that needs its owner, if the API does', async () => {
    const { id } = await linked(person('plain.recruiter'))
    await post(`/phone/accounts/${id}`, { status: 'partial', product: 'recruiter' })
    const { status, product } = await upstream.readAccount(id)
    expect(status).toBe('partial')
    expect(product).toBe(api === 'v1' ? undefined : 'recruiter')
  })

  test('lists every account, page by page', async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 101; n++) {
      const form = { username: `plain.page${n}@sandbox.test`, password: 'right' }
      const start = {
        provider: 'instagram',
        method: 'credentials',
        credentials: new Secret(form),
        state: 's',
      }
      ids.add((await linked(start)).id)
    }
    const found: string[] = []
    let pages = 0
    let cursor: string | undefined
    do {
      const page = await upstream.listAccounts(cursor)
      pages += 1
      found.push(...page.accounts.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== undefined)
    expect(pages).toBeGreaterThan(1)
    expect(new Set(found).size).toBe(found.length)
    expect([...ids].every((id) => found.includes(id))).toBe(true)
  })

  test('removes an account, also twice', async () => {
    const { id } = await linked(person('plain.gone'))
    await upstream.removeAccount(id)
    await upstream.removeAccount(id)
    await expect(upstream.readAccount(id)).rejects.toMatchObject({ code: 'account_not_found' })
  })

  test('makes a wizard link that works once', async () => {
    const link = await upstream.createWizardLink({
      providers: ['linkedin', 'whatsapp'],
      expiresOn: new Date(clock.now + 600_000),
      redirectUri: 'https://app.example/back?tab=1',
      state: 'wizard-state',
    })
    const use = () =>
      fetch(link, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ provider: 'linkedin', as: 'plain.wim' }),
      })
    const back = new URL((await use()).headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe('https://app.example/back')
    expect(back.searchParams.get('state')).toBe('wizard-state')
    expect(back.searchParams.get('tab')).toBe('1')
    expect(back.searchParams.get('error_type')).toBeNull()
    expect((await use()).status).toBe(404)
  })

  test('reports on return that the wizard was canceled', async () => {
    const { id } = await linked(person('plain.lea'))
    const link = await upstream.createWizardLink({
      accountId: id,
      expiresOn: new Date(clock.now + 600_000),
      redirectUri: 'https://app.example/back',
      state: 'left-state',
    })
    const left = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ answer: 'cancel' }),
    })
    const { searchParams } = new URL(left.headers.get('location') ?? '')
    expect(searchParams.get('state')).toBe('left-state')
    expect(searchParams.get('error_type')).toMatch(/\/\w+/)
  })

  test('uses the given key', async () => {
    const timings = { upstreamTimeoutMs: 5000, mailTimeoutMs: 5000, waitTimeoutMs: 5000 }
    const apiUrl = new URL(sandbox.url)
    const stranger = createUpstream(api, { apiKey: 'wrong', apiUrl, timings }, () => clock.now)
    const refused: unknown = await stranger.listAccounts().catch((error: unknown) => error)
    await stranger.close()
    expect(refused).toBeInstanceOf(ConnectError)
    expect(refused).toMatchObject({ code: 'upstream_unauthorized' })
  })

  test('reports the initial sync if the API does', async () => {
    const { id, initialSync } = await linked(person('plain.sync'))
    expect(initialSync).toBe(api === 'v1' ? undefined : 'running')
    await post(`/phone/accounts/${id}/sync`, { status: 'failed' })
    expect((await upstream.readAccount(id)).initialSync).toBe(api === 'v1' ? undefined : 'failed')
  })

  test('manages webhook endpoints', async () => {
    const { webhookEndpoints } = upstream
    const url = 'https://app.example/hooks'
    const events = api === 'v1' ? [] : ['account.add']
    const made = await webhookEndpoints.create({ url, events, description: 'Ours' })
    expect(made).toMatchObject({ url, events, enabled: true, accountIds: [] })
    expect(made.secret?.reveal()).toMatch(/.{10,}/)
    const found = async () => (await webhookEndpoints.list()).filter((endpoint) => endpoint.url === url)
    expect(await found()).toMatchObject([{ id: made.id, description: 'Ours', events }])
    const { id } = await linked(person('plain.hook'))
    const changed = await webhookEndpoints.update(made.id, { accountIds: [id] })
    expect(changed).toMatchObject({ url, events, accountIds: [id] })
    const [now, ...others] = await found()
    expect(others).toEqual([])
    expect(now).toMatchObject({ id: changed.id, accountIds: [id], description: 'Ours', enabled: true })
    expect(now?.secret?.reveal()).toBe(made.secret?.reveal())
    await webhookEndpoints.remove(changed.id)
    await webhookEndpoints.remove(changed.id)
    expect(await found()).toEqual([])
  })
})
