import { createHmac } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { sessionSecret } from './fixtures.ts'
import { startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

const older = 'the secret of last year, thirty-two characters'
const newer = 'the secret of this year, thirty-two characters'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost({
    webhookSecret: ['a webhook secret of this year', 'a webhook secret of last year'],
  })
})

afterAll(() => host.close())

const soon = () => Math.floor(Date.now() / 1000) + 60

async function statusFor(token: string, handler: ConnectHandler = host.handler): Promise<number> {
  const response = await handler.fetch(
    new Request('https://host.example/connect/accounts', { headers: { authorization: `Bearer ${token}` } }),
  )
  await response.body?.cancel()
  return response.status
}

/** What a host has that signs other values with the same secret, such as cookies. */
describe('another signer with the session secret cannot mint a session', () => {
  const claims = { sub: 'anna', aud: 'connect-account', exp: soon() }

  test.each([
    { type: undefined, audience: 'connect-account' },
    { type: 'connect-session+jwt', audience: 'connect-account session' },
    { type: 'JWT', audience: 'connect-account session' },
  ])('with a JWT of type $type for $audience', async ({ type, audience }) => {
    const forged = await new SignJWT({ sub: 'anna' })
      .setProtectedHeader({ alg: 'HS256', ...(type ? { typ: type } : {}) })
      .setAudience(audience)
      .setExpirationTime(soon())
      .sign(new TextEncoder().encode(sessionSecret))
    expect(await statusFor(forged)).toBe(401)
  })

  test('with a signed cookie whose value is chosen by its user', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const value = `${encode({ alg: 'HS256', typ: 'connect-session+jwt' })}.${encode(claims)}`
    const signature = createHmac('sha256', sessionSecret).update(value).digest('base64url')
    expect(await statusFor(`${value}.${signature}`)).toBe(401)
  })
})

describe('secrets are rotated without a pause', () => {
  test('a session of either secret is accepted, and the first one signs', async () => {
    const before = await host.another({ sessionSecret: older })
    const during = await host.another({ sessionSecret: [newer, older] })
    const after = await host.another({ sessionSecret: newer })
    const old = await before.mintSession({ userId: 'anna' })
    const fresh = await during.mintSession({ userId: 'anna' })
    expect(await statusFor(old, during)).toBe(200)
    expect(await statusFor(fresh, during)).toBe(200)
    expect(await statusFor(fresh, after)).toBe(200)
    expect(await statusFor(old, after)).toBe(401)
    expect(await statusFor(fresh, before)).toBe(401)
  })

  test.each([
    { secret: 'a webhook secret of last year', status: 200 },
    { secret: 'a webhook secret of this year', status: 200 },
    { secret: 'a webhook secret of nobody', status: 401 },
  ])('a webhook signed with "$secret" is answered with $status', async ({ secret, status }) => {
    const response = await deliver(host, { type: 'account.unheard_of' }, { secret, applied: false })
    expect(response.status).toBe(status)
  })
})
