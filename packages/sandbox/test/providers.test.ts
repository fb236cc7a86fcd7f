import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

const USER_AGENT = 'Mozilla/5.0 (sandbox)'

describe('a provider by password', () => {
  it.each([
    ['instagram', /^\d{11}$/],
    ['facebook', /^\d{15}$/],
    ['twitter', /^\d{10}$/],
  ])('%s raises its checkpoint, then links, and reconnects the same account', async (provider, userId) => {
    const client = await WireClient.start()
    const { body } = await client.signIn('otp.anna', { provider })
    expect(body.checkpoint).toMatchObject({ type: 'OTP' })
    const linked = await client.answer(body.intent_id, await client.newestCode('otp.anna'))
    expect(linked.body).toMatchObject({
      object: 'Account',
      provider,
      name: 'Anna Sandbox',
      user_id: expect.stringMatching(userId),
    })
    const again = await client.signIn('otp.anna', { provider, account_id: linked.body.id })
    const reconnected = await client.answer(again.body.intent_id, await client.newestCode('otp.anna'))
    expect(reconnected.body.id).toBe(linked.body.id)
  })

  it.each(['instagram', 'facebook', 'twitter'])('%s refuses the wrong password', async (provider) => {
    const client = await WireClient.start()
    const refused = await client.signIn('plain.anna', {
      provider,
      credentials: { username: 'plain.anna@sandbox.test', password: 'wrong' },
    })
    expect(refused).toMatchObject({ status: 401, body: { type: 'provider/invalid_credentials' } })
  })

  it('separates the same person’s accounts at two providers', async () => {
    const client = await WireClient.start()
    expect((await client.signIn('plain.anna', { provider: 'instagram' })).status).toBe(200)
    expect((await client.signIn('plain.anna', { provider: 'facebook' })).status).toBe(200)
    expect((await client.signIn('plain.anna', { provider: 'facebook' })).status).toBe(403)
  })
})

describe('mock', () => {
  const start = (client: WireClient, more: Record<string, unknown> = {}) =>
    client.call('POST', '/v2/auth/intent', { provider: 'mock', credentials: {}, ...more })

  it('links a new person each time, and reconnects the given account', async () => {
    const client = await WireClient.start()
    const first = await start(client)
    const second = await start(client)
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await start(client, { account_id: second.body.id })).body.id).toBe(second.body.id)
  })

  it('follows a given persona', async () => {
    const client = await WireClient.start()
    const asked = await start(client, { credentials: { username: 'captcha.anna@sandbox.test' } })
    expect(asked.body.checkpoint).toMatchObject({ type: 'CAPTCHA' })
  })
})

describe('a provider by QR code', () => {
  it.each(['telegram', 'google_messages'])('%s links the person who scans', async (provider) => {
    const client = await WireClient.start()
    const { body } = await client.showQr({ provider })
    await client.scan(body.qrcode, 'plain.anna')
    expect((await client.answer(body.intent_id, '')).body).toMatchObject({ object: 'Account', provider })
  })

  it('asks a Telegram user for the two-step password, again after a wrong one', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr({ provider: 'telegram' })
    await client.scan(body.qrcode, 'twofa+contract.anna')
    const asked = await client.answer(body.intent_id, '')
    expect(asked.body.checkpoint).toEqual({ type: '2FA', platform: 'APP' })
    expect(await client.answer(body.intent_id, 'wrong')).toMatchObject({
      status: 401,
      body: { type: 'provider/invalid_checkpoint_code' },
    })
    expect((await client.answer(body.intent_id, 'my dog')).body.checkpoint?.type).toBe('CONTRACT_SELECTION')
  })

  it.each([
    ['right', 'Account'],
    ['wrong', 'AuthenticationCheckpoint'],
  ])('accepts a two-step password with the start: %s', async (twofa, object) => {
    const client = await WireClient.start()
    const { body } = await client.showQr({ provider: 'telegram', credentials: { qrcode: true, twofa } })
    await client.scan(body.qrcode, 'twofa.anna')
    expect((await client.answer(body.intent_id, '')).body.object).toBe(object)
  })
})

describe('a cookie', () => {
  const byCookie = (client: WireClient, value: string, more: Record<string, unknown> = {}) =>
    client.call('POST', '/v2/auth/intent', {
      provider: 'linkedin',
      credentials: { access_token: value, user_agent: USER_AGENT },
      ...more,
    })

  it.each([
    'otp.anna@sandbox.test',
    'otp.anna%40sandbox.test',
    '"otp.anna@sandbox.test"',
    '%22otp.anna%40sandbox.test%22',
  ])('%s is a persona', async (value) => {
    const client = await WireClient.start()
    const { body } = await byCookie(client, value)
    expect(body.checkpoint).toMatchObject({ type: 'OTP' })
    expect(await client.newestCode('otp.anna')).toMatch(/^\d{6}$/)
  })

  it.each(['expired', 'expired.anna@sandbox.test', '"expired-yesterday"', 'AQEDAR', '%E0%A4%A'])(
    '%s is refused',
    async (value) => {
      const client = await WireClient.start()
      const refused = await byCookie(client, value)
      expect(refused).toMatchObject({ status: 401, body: { type: 'provider/invalid_credentials' } })
      expect(refused.body.detail).not.toContain('AQEDAR')
    },
  )

  it('of LinkedIn needs the user agent, inside or beside the credentials', async () => {
    const client = await WireClient.start()
    const credentials = { access_token: 'plain.anna@sandbox.test', premium_access_token: 'li-a' }
    expect(await byCookie(client, '', { credentials })).toMatchObject({
      status: 400,
      body: { type: 'api/invalid_parameters', detail: expect.stringContaining('user_agent') },
    })
    expect((await byCookie(client, '', { credentials, user_agent: USER_AGENT })).status).toBe(200)
  })

  it('of Instagram signs in and reconnects', async () => {
    const client = await WireClient.start()
    const instagram = { provider: 'instagram', credentials: { sessionid: 'plain.anna%40sandbox.test' } }
    const linked = await byCookie(client, '', instagram)
    expect(linked.body).toMatchObject({ object: 'Account', provider: 'instagram' })
    const again = await byCookie(client, '', { ...instagram, account_id: linked.body.id })
    expect(again.body.id).toBe(linked.body.id)
  })
})
