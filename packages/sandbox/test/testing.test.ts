import { type SandboxOptions, startSandbox } from '@connect-account/sandbox'
import {
  type AskedCheckpoint,
  answerCheckpoint,
  fillForm,
  type PersonaScript,
  passConsent,
  sandboxPhone,
  signInName,
} from '@connect-account/sandbox/testing'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest'

const responseSchema = v.looseObject({
  intent_id: v.optional(v.string(), ''),
  qrcode: v.optional(v.string(), ''),
  url: v.optional(v.string(), ''),
  checkpoint: v.optional(
    v.looseObject({
      data: v.optional(v.string(), ''),
      display: v.optional(v.looseObject({ value: v.string() }), { value: '' }),
    }),
    {},
  ),
})

/** A host's side: it knows the sandbox only by its address and key. */
async function start(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ port: 0, apiKey: 'key', ...options })
  onTestFinished(() => sandbox.close())
  return {
    url: sandbox.url,
    phone: sandboxPhone(sandbox.url, { waitMs: 2_000 }),
    impatient: sandboxPhone(sandbox.url, { waitMs: 0 }),
    async call(path: string, body: object) {
      const response = await fetch(`${sandbox.url}/v2/auth/${path}`, {
        method: 'POST',
        headers: { 'x-api-key': 'key', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return v.parse(responseSchema, await response.json())
    },
    signIn(as: string) {
      return this.call('intent', { provider: 'linkedin', credentials: { username: as, password: 'right' } })
    },
    showQr() {
      return this.call('intent', { provider: 'whatsapp', credentials: { qrcode: true } })
    },
  }
}

describe('signInName', () => {
  it('joins a script and a name', () => {
    expect(signInName('otp+contract', 'anna')).toBe('otp+contract.anna@sandbox.test')
    expect(signInName('in-app+duplicate', 'Ben-2')).toBe('in-app+duplicate.ben-2@sandbox.test')
  })

  it('refuses a step that does not exist, at compile time or, for a text from elsewhere, at run time', () => {
    expectTypeOf<
      PersonaScript<'captcha+phone+otp+restricted'>
    >().toEqualTypeOf<'captcha+phone+otp+restricted'>()
    expectTypeOf<PersonaScript<'opt'>>().toBeNever()
    expectTypeOf<PersonaScript<'otp+opt'>>().toBeNever()
    const fromElsewhere: string = 'opt'
    expect(() => signInName(fromElsewhere, 'anna')).toThrow(/^signInName: Unknown step "opt"/)
    expect(() => signInName('otp', 'an na')).toThrow(TypeError)
  })
})

describe('sandboxPhone', () => {
  it('waits for a code, and for a number of codes', async () => {
    const host = await start()
    const { phone } = host
    const anna = signInName('otp', 'anna')
    const first = phone.code(anna)
    const { intent_id } = await host.signIn(anna)
    expect(await first).toMatch(/^\d{6}$/)
    const second = phone.code(anna, 2)
    await host.call('checkpoint/request', { intent_id, challenge: 'SMS' })
    const { messages } = await phone.look(anna)
    expect(await second).toBe(messages[0]?.code)
    expect(await host.call('checkpoint', { intent_id, code: await second })).toMatchObject({
      object: 'Account',
    })
  })

  it('says what did not arrive', async () => {
    const { impatient } = await start()
    const anna = signInName('otp', 'anna')
    await expect(impatient.code(anna)).rejects.toThrow(
      "The sandbox's phone has no code for otp.anna@sandbox.test after 0 ms.",
    )
    await expect(impatient.approve(anna)).rejects.toThrow(
      /has no sign-in of otp\.anna@sandbox\.test to approve/,
    )
    await expect(impatient.qrCode()).rejects.toThrow(/has no QR code to scan/)
  })

  it('approves and declines', async () => {
    const host = await start()
    const anna = signInName('in-app', 'anna')
    const { intent_id } = await host.signIn(anna)
    await host.phone.approve(anna)
    expect(await host.call('checkpoint', { intent_id, code: '' })).toMatchObject({ object: 'Account' })
    const ben = signInName('in-app', 'ben')
    const declined = await host.signIn(ben)
    await host.phone.decline(ben)
    expect(await host.call('checkpoint', { intent_id: declined.intent_id, code: '' })).toMatchObject({
      type: 'provider/invalid_authorization',
    })
  })

  it('scans the QR code that is shown, and expires it', async () => {
    const host = await start()
    const { intent_id, qrcode } = await host.showQr()
    const shown = await host.phone.qrCode()
    expect(qrcode).toContain(shown)
    await host.phone.expire(qrcode)
    await expect(host.phone.scan(qrcode, signInName('plain', 'anna'))).rejects.toThrow(
      /\/phone\/scan failed: 410/,
    )
    await host.phone.scan(await host.phone.qrCode(), signInName('plain', 'anna'))
    expect(await host.call('checkpoint', { intent_id, code: '' })).toMatchObject({ object: 'Account' })
  })

  it('reads an account, and sets its status, its initial sync and how webhooks are delivered', async () => {
    const host = await start()
    const anna = signInName('plain', 'anna')
    await host.signIn(anna)
    const { id, status } = await host.phone.account(anna)
    expect(status).toBe('running')
    await host.phone.setStatus(id, 'disconnected')
    await host.phone.setSync(id, 'failed')
    await host.phone.setDelivery('doubled')
    expect(await host.phone.look(anna)).toMatchObject({
      accounts: [{ id, to: anna, status: 'disconnected', sync: 'failed' }],
      webhooks: { mode: 'doubled' },
    })
  })
})

describe('answerCheckpoint', () => {
  it.each<[script: string, checkpoint: AskedCheckpoint, code?: string]>([
    ['otp', { type: 'otp' }],
    ['2fa-sms', { type: 'two_factor', platform: 'sms' }],
    ['2fa-app', { type: 'two_factor', platform: 'app' }],
    ['twofa', { type: 'two_factor', platform: 'app' }],
    ['otp-or-in-app', { type: 'otp_or_in_app' }],
    ['in-app', { type: 'in_app' }],
    ['phone', { type: 'phone' }, '(+33)0612345678'],
    ['contract', { type: 'contract', options: [{ id: 'contract-sales' }] }],
  ])('passes %s', async (script, checkpoint, code) => {
    const host = await start()
    const anna = signInName(script, 'anna')
    const { intent_id } = await host.signIn(anna)
    const answer = await answerCheckpoint(checkpoint, { phone: host.phone, signInName: anna })
    // The kit's own server writes a phone number as Unipile takes it.
    expect(await host.call('checkpoint', { intent_id, code: code ?? answer ?? '' })).toMatchObject({
      object: 'Account',
    })
  })

  it.each([
    ['number', 'in_app', /^\d\d$/],
    ['emoji', 'in_app', /^\p{Emoji}/u],
    ['show-code', 'show', /^[A-Z0-9]{4}-[A-Z0-9]{4}$/],
  ] as const)('passes %s by what is shown, and nothing else', async (script, type, value) => {
    const host = await start()
    const anna = signInName(script, 'anna')
    const { intent_id, checkpoint } = await host.signIn(anna)
    const { display } = checkpoint
    expect(display).toMatchObject({ value: expect.stringMatching(value), expires_at: expect.any(String) })
    await answerCheckpoint({ type, show: display }, { phone: host.phone, signInName: anna })
    expect(await host.call('checkpoint', { intent_id, code: '' })).toMatchObject({ object: 'Account' })

    const second = await host.signIn(signInName(script, 'ben'))
    await host.phone.approve(signInName(script, 'ben'), 'another')
    expect(await host.call('checkpoint', { intent_id: second.intent_id, code: '' })).toMatchObject({
      type: 'provider/invalid_authorization',
    })
  })

  it('solves a captcha', async () => {
    const host = await start()
    const anna = signInName('captcha', 'anna')
    const { intent_id, checkpoint } = await host.signIn(anna)
    const code = await answerCheckpoint(
      { type: 'captcha', data: checkpoint.data },
      { phone: host.phone, signInName: anna },
    )
    expect(await host.call('checkpoint', { intent_id, code })).toMatchObject({ object: 'Account' })
  })

  it('picks a challenge', async () => {
    const { phone } = await start()
    const options = [{ id: 'SMS' }, { id: 'EMAIL' }]
    const who = { phone, signInName: signInName('challenge', 'anna') }
    expect(await answerCheckpoint({ type: 'challenge', options }, who)).toBe('SMS')
  })

  it('scans a QR code, and has nothing to submit then', async () => {
    const host = await start()
    const { intent_id, qrcode } = await host.showQr()
    const who = { phone: host.phone, signInName: signInName('plain', 'anna') }
    expect(await answerCheckpoint({ type: 'qr', qrcode }, who)).toBeUndefined()
    expect(await host.call('checkpoint', { intent_id, code: '' })).toMatchObject({ object: 'Account' })
  })

  it('refuses a checkpoint of an unknown type', async () => {
    const { phone } = await start()
    const who = { phone, signInName: signInName('novel', 'anna') }
    await expect(answerCheckpoint({ type: 'unsupported' }, who)).rejects.toThrow(/Cancel the intent/)
  })
})

describe('passConsent', () => {
  it.each([
    ['allow', /^\?account_id=acc_\w+&provider=google&state=s1$/],
    ['deny', /^\?error_type=provider%2Faccess_denied&/],
  ] as const)('walks through the pages to the host: %s', async (answer, search) => {
    const host = await start()
    const { url } = await host.call('intent', {
      provider: 'google',
      // A page that needs no key stands in for the host's callback.
      oauth_callback_redirect_uri: `${host.url}/phone`,
      state: 's1',
    })
    const response = await passConsent(url, signInName('plain', 'anna'), answer)
    expect(new URL(response.url).search).toMatch(search)
  })
})

describe('fillForm', () => {
  it('fills in a name and a password, or a wrong one', () => {
    const fields = [
      { name: 'username', type: 'text' },
      { name: 'password', type: 'password' },
    ]
    expect(fillForm(fields, 'plain.anna@sandbox.test')).toEqual({
      username: 'plain.anna@sandbox.test',
      password: 'right',
    })
    expect(fillForm(fields, 'plain.anna@sandbox.test', 'wrong')).toMatchObject({ password: 'wrong' })
  })

  it('fills in mail servers, and the required cookies of an export', () => {
    const servers = [
      { name: 'imap_host', type: 'text', placeholder: 'imap.example.com' },
      { name: 'imap_port', type: 'number', placeholder: '993' },
      { name: 'imap_encryption', type: 'select', options: [{ value: 'tls' }, { value: 'starttls' }] },
    ]
    expect(fillForm(servers, 'plain.anna@sandbox.test')).toEqual({
      imap_host: 'imap.sandbox.test',
      imap_port: '993',
      imap_encryption: 'tls',
    })
    const cookies = [
      { credential: 'access_token', required: true },
      { credential: 'premium_access_token', required: false },
    ]
    expect(fillForm([{ name: 'cookies', type: 'cookies', cookies }], 'plain.anna@sandbox.test')).toEqual({
      access_token: 'plain.anna@sandbox.test',
      user_agent: 'sandbox-testing/1.0',
    })
  })

  it('refuses a field that it does not know', () => {
    expect(() => fillForm([{ name: 'shoe_size', type: 'text' }], 'plain.anna@sandbox.test')).toThrow(
      /shoe_size/,
    )
  })
})
