import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointSteps } from '../src/persona/persona.ts'
import { WireClient } from './wire-client.ts'

const wireNames: Record<string, unknown> = {
  otp: { type: 'OTP', channel: 'EMAIL' },
  '2fa-sms': { type: '2FA', platform: 'SMS' },
  '2fa-app': { type: '2FA', platform: 'APP' },
  '2fa-whatsapp': { type: '2FA', platform: 'WHATSAPP' },
  twofa: { type: '2FA', platform: 'APP' },
  'in-app': { type: 'IN_APP_VALIDATION' },
  number: { type: 'IN_APP_VALIDATION', display: { type: 'NUMBER' } },
  emoji: { type: 'IN_APP_VALIDATION', display: { type: 'EMOJI' } },
  'show-code': { type: 'DISPLAY', display: { type: 'CODE' } },
  'otp-or-in-app': { type: 'OTP_OR_IN_APP_VALIDATION', channel: 'EMAIL' },
  phone: { type: 'PHONE_REGISTER' },
  captcha: { type: 'CAPTCHA', public_key: 'sandbox' },
  contract: { type: 'CONTRACT_SELECTION' },
  challenge: { type: 'CHALLENGE_SELECTION' },
  loading: { type: 'LOADING' },
  novel: { type: 'PALM_SCAN' },
}

/** Answers every checkpoint until an outcome. Returns the types of the checkpoints. */
async function walk(client: WireClient, name: string) {
  const types: string[] = []
  let answered = await client.signIn(name)
  const intentId = answered.body.intent_id
  while (answered.body.checkpoint) {
    if (types.at(-1) !== answered.body.checkpoint.type) types.push(answered.body.checkpoint.type)
    answered = await client.answer(intentId, await client.answerTo(name, answered))
    if (types.length > 20) throw new Error('The chain has no end.')
  }
  return { types, end: answered, intentId }
}

describe('a persona', () => {
  it.each(Object.entries(wireNames))(
    '%s is asked on the wire, passed, and links',
    async (step, checkpoint) => {
      const client = await WireClient.start()
      const first = await client.signIn(`${step}.anna`)
      expect(first).toMatchObject({
        status: 200,
        body: { object: 'AuthenticationCheckpoint', intent_id: expect.stringMatching(/^acc_/), checkpoint },
      })
      const { end } = await walk(client, `${step}.ben`)
      expect(end.body).toMatchObject({ object: 'Account', name: 'Ben Sandbox', status: 'running' })
    },
  )

  it('chains steps in the order of the name', async () => {
    const client = await WireClient.start()
    const { types, end, intentId } = await walk(client, 'captcha+phone+otp+contract+2fa-app+in-app.anna')
    expect(types).toEqual([
      'CAPTCHA',
      'PHONE_REGISTER',
      'OTP',
      'CONTRACT_SELECTION',
      '2FA',
      'IN_APP_VALIDATION',
    ])
    expect(end.body).toMatchObject({ object: 'Account', provider: 'linkedin' })
    expect(await client.answer(intentId, '')).toMatchObject({
      status: 404,
      body: { type: 'api/resource_not_found' },
    })
  })

  it('chains any steps in any order and length', async () => {
    const client = await WireClient.start({ timings: { slowMs: 1 } })
    const steps = fc.array(fc.constantFrom(...checkpointSteps, 'slow'), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, fc.uuid(), async (chain, person) => {
        const { end } = await walk(client, `${chain.join('+')}.${person}`)
        expect(end.body.object).toBe('Account')
      }),
      { numRuns: 25 },
    )
  })

  it('sends codes by SMS once a number is known', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('phone+otp.anna')
    const otp = await client.answer(body.intent_id, '(+33) 06 12 34 56 78')
    expect(otp.body.checkpoint).toMatchObject({ type: 'OTP', channel: 'SMS' })
    expect((await client.phone('phone+otp.anna')).messages).toMatchObject([{ channel: 'SMS' }])
  })

  it.each([
    ['duplicate', 403, 'api/already_exists', /^acc_/],
    ['restricted', 403, 'api/account_restricted', /ACoAA/],
    ['mismatch', 401, 'provider/account_mismatch', undefined],
  ])(
    '%s ends as scripted after its checkpoints, and its intent is deleted',
    async (end, status, type, detail) => {
      const client = await WireClient.start()
      const ended = await walk(client, `otp+${end}.anna`)
      expect(ended.types).toEqual(['OTP'])
      expect(ended.end).toMatchObject({ status, body: { object: 'Error', type, status } })
      if (detail) expect(ended.end.body.detail).toMatch(detail)
      expect((await client.answer(ended.intentId, '')).status).toBe(404)
    },
  )

  it('is a duplicate if already linked, and the detail is the id of the existing account', async () => {
    const client = await WireClient.start()
    const linked = await client.signIn('plain.anna')
    const again = await client.signIn('plain.anna')
    expect(again).toMatchObject({ status: 403, body: { detail: linked.body.id } })
    const stranger = await client.signIn('duplicate.ben')
    // It is another application's.
    expect((await client.call('GET', `/v2/accounts/${stranger.body.detail}`)).status).toBe(404)
  })
})

describe('a reconnect', () => {
  it('returns the same account, running again', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('plain.anna')
    await client.call('POST', `/phone/accounts/${body.id}`, {
      status: 'disconnected',
      reason: 'password changed',
    })
    expect((await client.call('GET', `/v2/accounts/${body.id}`)).body.status).toBe('disconnected')
    const again = await client.signIn('plain.anna', { account_id: body.id })
    expect(again.body).toMatchObject({ object: 'Account', id: body.id, status: 'running' })
  })

  it.each([
    ['another person', 'plain.ben', {}, 401, 'provider/account_mismatch'],
    ['the mismatch persona', 'mismatch.anna', {}, 401, 'provider/account_mismatch'],
    ['an account that is not there', 'plain.anna', { account_id: 'acc_none' }, 404, 'api/resource_not_found'],
  ])('is refused for %s', async (_who, name, more, status, type) => {
    const client = await WireClient.start()
    const { body } = await client.signIn('plain.anna')
    expect(await client.signIn(name, { account_id: body.id, ...more })).toMatchObject({
      status,
      body: { type },
    })
  })
})

describe('a sign-in', () => {
  it.each([
    ['an unknown step', 'otpp.anna@sandbox.test', 'right', /"otpp"/],
    ['a name elsewhere', 'anna@example.com', 'right', /sandbox\.test/],
    ['the wrong password', 'otp.anna@sandbox.test', 'wrong', /password/],
  ])('with %s is refused', async (_what, username, password, detail) => {
    const client = await WireClient.start()
    const refused = await client.call('POST', '/v2/auth/intent', {
      provider: 'linkedin',
      credentials: { username, password },
    })
    expect(refused).toMatchObject({ status: 401, body: { type: 'provider/invalid_credentials' } })
    expect(refused.body.detail).toMatch(detail)
  })
})
