import { describe, expect, it } from 'vitest'
import { receiveEvents } from './event-receiver.ts'
import { WireClient } from './wire-client.ts'

const BACK = 'https://app.example/back?tab=1'
const EXPIRES = '2026-01-15T10:00:00.000Z'

async function link(client: WireClient, more: Record<string, unknown> = {}): Promise<string> {
  const response = await client.fetch('/v2/auth/link', {
    method: 'POST',
    body: JSON.stringify({
      ...('account_id' in more ? {} : { providers: '*' }),
      expires_on: EXPIRES,
      redirect_uri: BACK,
      state: 'our-state',
      ...more,
    }),
  })
  const body: unknown = await response.json()
  expect(body).toMatchObject({ object: 'HostedAuthLink', link: expect.stringMatching(/\/wizard\/.{20,}$/) })
  return /"link":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''
}

function answer(address: string, fields: Record<string, string>, accept = '*/*'): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
}

function backOf(response: Response): Record<string, string> {
  const url = new URL(response.headers.get('location') ?? '')
  expect(url.origin + url.pathname).toBe('https://app.example/back')
  return Object.fromEntries(url.searchParams)
}

describe('the hosted wizard', () => {
  it('links the person who signs in, reports it, and returns the account', async () => {
    const events = await receiveEvents()
    const client = await WireClient.start({ webhook: { url: events.url, secret: 's' } })
    const address = await link(client)
    const back = backOf(await answer(address, { provider: 'whatsapp', as: 'plain.anna' }))
    expect(back).toEqual({
      tab: '1',
      account_id: expect.any(String),
      provider: 'whatsapp',
      state: 'our-state',
    })
    const account = await client.call('GET', `/v2/accounts/${back.account_id}`)
    expect(account.body).toMatchObject({ provider: 'whatsapp', name: 'Anna Sandbox' })
    await expect
      .poll(() => events.received.map(({ event }) => event))
      .toContainEqual(expect.objectContaining({ type: 'account.add', payload: { state: 'our-state' } }))
  })

  it('shows the offered providers and the login hint', async () => {
    const client = await WireClient.start()
    const config = { global: { login_hint: 'otp.ben@sandbox.test' } }
    const response = await fetch(await link(client, { providers: ['linkedin', 'telegram'], config }))
    const page = await response.text()
    expect([...page.matchAll(/<option value="(\w+)"/g)].map(([, id]) => id)).toEqual(['linkedin', 'telegram'])
    expect(page).toContain('otp.ben@sandbox.test')
  })

  it.each([
    ['duplicate.dan', 'api/already_exists'],
    ['restricted.eve', 'api/account_restricted'],
    ['outage.olga', 'provider/server_error'],
  ])('returns the reason why %s could not be linked', async (as, type) => {
    const client = await WireClient.start()
    const back = backOf(await answer(await link(client), { provider: 'linkedin', as }))
    expect(back).toMatchObject({ error_type: type, error_title: expect.any(String), state: 'our-state' })
    expect(back).not.toHaveProperty('account_id')
  })

  it('reconnects the link’s account', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('plain.anna')
    await client.call('POST', `/phone/accounts/${body.id}`, { status: 'disconnected' })
    const address = await link(client, { account_id: body.id })
    expect(backOf(await answer(address, { provider: 'linkedin', as: 'plain.anna' }))).toMatchObject({
      account_id: body.id,
    })
    expect((await client.call('GET', `/v2/accounts/${body.id}`)).body.status).toBe('running')
    const other = backOf(
      await answer(await link(client, { account_id: body.id }), { provider: 'linkedin', as: 'plain.ben' }),
    )
    expect(other).toMatchObject({ error_type: 'provider/account_mismatch' })
  })

  it('works once, expires, and can be canceled', async () => {
    const client = await WireClient.start()
    const used = await link(client)
    await answer(used, { provider: 'linkedin', as: 'plain.anna' })
    expect((await answer(used, { provider: 'linkedin', as: 'plain.ben' })).status).toBe(404)
    const left = await link(client)
    expect(backOf(await answer(left, { answer: 'cancel' }))).toMatchObject({
      error_type: 'provider/access_denied',
    })
    expect((await fetch(left)).status).toBe(404)
    const old = await link(client)
    client.passSeconds(1801)
    expect((await fetch(old)).status).toBe(404)
  })

  it('accepts a corrected name, and redirects people by a page', async () => {
    const client = await WireClient.start()
    const address = await link(client)
    const wrong = await answer(address, { provider: 'telegram', as: 'dance.anna' })
    expect(wrong.status).toBe(401)
    const page = await wrong.text()
    expect(page).toContain('Unknown step')
    expect(page).toContain('value="telegram" selected')
    expect(page).toContain('value="dance.anna"')
    const right = await answer(address, { provider: 'linkedin', as: 'plain.anna' }, 'text/html')
    expect(right.status).toBe(200)
    expect(await right.text()).toContain('app.example/back')
  })

  it.each([
    ['a provider that does not exist', { providers: ['pigeon'] }, 501],
    ['an account that does not exist', { account_id: 'acc_none' }, 404],
    ['both', { providers: '*', account_id: 'acc_none' }, 400],
    ['a time that is none', { expires_on: 'tomorrow' }, 400],
  ])('is refused for %s', async (_, more, status) => {
    const client = await WireClient.start()
    const body = { providers: '*', expires_on: EXPIRES, redirect_uri: BACK, ...more }
    if ('account_id' in more && !('providers' in more)) Reflect.deleteProperty(body, 'providers')
    expect((await client.call('POST', '/v2/auth/link', body)).status).toBe(status)
  })
})
