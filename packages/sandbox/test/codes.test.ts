import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { solvedCaptcha, WireClient } from './wire-client.ts'

const wrongCode = { status: 401, body: { type: 'provider/invalid_checkpoint_code' } }

describe('a code', () => {
  it('is asked for again after a wrong one', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('otp.anna')
    expect(await client.answer(body.intent_id, 'nonsense')).toMatchObject(wrongCode)
    expect((await client.answer(body.intent_id, await client.newestCode('otp.anna'))).body.object).toBe(
      'Account',
    )
  })

  it('expires, and a new one replaces it', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('otp.anna')
    const old = await client.newestCode('otp.anna')
    client.passSeconds(600)
    expect(await client.answer(body.intent_id, old)).toMatchObject(wrongCode)
    expect((await client.resend(body.intent_id)).status).toBe(204)
    expect((await client.answer(body.intent_id, await client.newestCode('otp.anna'))).body.object).toBe(
      'Account',
    )
  })

  it('can be resent after a delay, which invalidates the old one', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('otp.anna')
    const old = await client.newestCode('otp.anna')
    client.passSeconds(10)
    const tooSoon = await client.resend(body.intent_id)
    expect(tooSoon).toMatchObject({ status: 429, body: { type: 'api/too_many_requests' } })
    expect(tooSoon.headers.get('retry-after')).toBe('20')
    client.passSeconds(20)
    expect((await client.resend(body.intent_id)).status).toBe(204)
    const { messages } = await client.phone('otp.anna')
    expect(messages).toHaveLength(2)
    if (messages[0]?.code !== old) expect(await client.answer(body.intent_id, old)).toMatchObject(wrongCode)
  })

  it('is sent by the requested channel, after a selection or at once', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('2fa-app.anna')
    const selection = await client.answer(body.intent_id, 'TRY_ANOTHER_WAY')
    expect(selection.body.checkpoint).toMatchObject({
      type: 'CHALLENGE_SELECTION',
      challenges: [{ id: 'SMS' }, { id: 'EMAIL' }, { id: 'WHATSAPP' }],
    })
    const byWhatsApp = await client.requestChallenge(body.intent_id, 'WHATSAPP')
    expect(byWhatsApp.body.checkpoint).toEqual({ type: 'OTP', channel: 'WHATSAPP' })
    expect(await client.requestChallenge(body.intent_id, 'PIGEON')).toMatchObject({
      status: 400,
      body: { type: 'api/invalid_parameters' },
    })
    expect((await client.requestChallenge(body.intent_id, 'EMAIL')).body.checkpoint).toEqual({
      type: 'OTP',
      channel: 'EMAIL',
    })
  })

  it.each(['phone', 'contract', 'loading', 'novel'])(
    '%s has no other way and nothing to send',
    async (step) => {
      const client = await WireClient.start()
      const { body } = await client.signIn(`${step}.anna`)
      const notAllowed = { status: 405, body: { type: 'provider/method_not_allowed' } }
      expect(await client.requestChallenge(body.intent_id)).toMatchObject(notAllowed)
      expect(await client.resend(body.intent_id)).toMatchObject(notAllowed)
    },
  )

  it.each(['0612345678', '+33612345678', '(+33)12', '(+33)', 'call me'])(
    'a phone number is not %s',
    async (number) => {
      const client = await WireClient.start()
      const { body } = await client.signIn('phone.anna')
      expect(await client.answer(body.intent_id, number)).toMatchObject({
        status: 400,
        body: { type: 'provider/invalid_parameters' },
      })
    },
  )
})

describe('an authenticator', () => {
  it('follows RFC 6238 from the secret on the phone', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('2fa-app.anna')
    const { totp } = await client.phone('2fa-app.anna')
    const epoch = client.clock.now / 1000
    expect(
      await client.answer(body.intent_id, generateSync({ secret: totp?.secret ?? '', epoch: epoch - 300 })),
    ).toMatchObject(wrongCode)
    const code = generateSync({ secret: totp?.secret ?? '', epoch })
    expect((await client.answer(body.intent_id, code)).body.object).toBe('Account')
  })
})

describe('an approval', () => {
  it('is polled until it is given', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('in-app+otp.anna')
    expect((await client.answer(body.intent_id, '')).body.checkpoint).toEqual({ type: 'IN_APP_VALIDATION' })
    expect((await client.approve('in-app+otp.anna')).status).toBe(200)
    expect((await client.answer(body.intent_id, '')).body.checkpoint).toMatchObject({ type: 'OTP' })
    expect((await client.approve('in-app+otp.anna')).status).toBe(404)
  })

  it('ends the intent if declined', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('in-app.anna')
    await client.approve('in-app.anna', false)
    expect(await client.answer(body.intent_id, '')).toMatchObject({
      status: 401,
      body: { type: 'provider/invalid_authorization' },
    })
    expect((await client.answer(body.intent_id, '')).status).toBe(404)
  })

  it('times out', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('in-app.anna')
    client.passSeconds(300)
    expect(await client.answer(body.intent_id, '')).toMatchObject({
      status: 504,
      body: { type: 'provider/timeout' },
    })
    expect((await client.approve('in-app.anna')).status).toBe(404)
  })

  it('beside a code: either passes', async () => {
    const client = await WireClient.start()
    const byCode = await client.signIn('otp-or-in-app.anna')
    expect((await client.answer(byCode.body.intent_id, '')).body.checkpoint).toMatchObject({
      type: 'OTP_OR_IN_APP_VALIDATION',
    })
    const code = await client.newestCode('otp-or-in-app.anna')
    expect((await client.answer(byCode.body.intent_id, code)).body.object).toBe('Account')
    const byTap = await client.signIn('otp-or-in-app.ben')
    await client.approve('otp-or-in-app.ben')
    expect((await client.answer(byTap.body.intent_id, '')).body.object).toBe('Account')
  })
})

describe('a captcha', () => {
  it('accepts only the solution of its own challenge', async () => {
    const client = await WireClient.start()
    const other = await client.signIn('captcha.anna')
    const { body } = await client.signIn('captcha.ben')
    const foreign = await solvedCaptcha(other.body.checkpoint?.data ?? '')
    for (const wrong of ['nonsense', btoa('{}'), foreign]) {
      expect(await client.answer(body.intent_id, wrong)).toMatchObject(wrongCode)
    }
    expect((await client.answer(body.intent_id, '')).body.checkpoint).toEqual(body.checkpoint)
    const own = await solvedCaptcha(body.checkpoint?.data ?? '')
    expect((await client.answer(body.intent_id, own)).body.object).toBe('Account')
  })

  it('refuses a false solution', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('captcha.anna')
    const challenge: unknown = JSON.parse(body.checkpoint?.data ?? '')
    const lazy = btoa(JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '00'.repeat(32) } }))
    expect(await client.answer(body.intent_id, lazy)).toMatchObject(wrongCode)
  })

  it('expires, and an empty answer returns the new one', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('captcha.anna')
    const late = await solvedCaptcha(body.checkpoint?.data ?? '')
    client.passSeconds(300)
    expect(await client.answer(body.intent_id, late)).toMatchObject(wrongCode)
    const fresh = await client.answer(body.intent_id, '')
    expect(fresh.body.checkpoint?.data).not.toBe(body.checkpoint?.data)
    const solved = await solvedCaptcha(fresh.body.checkpoint?.data ?? '')
    expect((await client.answer(body.intent_id, solved)).body.object).toBe('Account')
  })
})
