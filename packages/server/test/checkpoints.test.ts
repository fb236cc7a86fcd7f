import type { Intent } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answers, type Reply } from './scripted-upstream.ts'
import { type Browser, checkpointId, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let anna: Browser
let time = Date.now()

beforeAll(async () => {
  host = await startTestHost({ now: () => time, timings: { upstreamTimeoutMs: 250 } })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  time = Date.now()
  await host.reset()
})

/** Plays the replies in order, then closes the socket. */
function play(...replies: Reply[]) {
  host.upstream.script = () => replies.shift() ?? 'reset'
}

const lastCall = () => host.upstream.calls.at(-1)

test.each([
  { posed: answers.checkpoint('OTP'), step: { type: 'otp', resendAt: expect.any(String) } },
  { posed: answers.checkpoint('OTP', { channel: 'EMAIL' }), step: { type: 'otp', channel: 'email' } },
  { posed: answers.checkpoint('OTP', { channel: 'PIGEON' }), step: { type: 'otp' } },
  { posed: answers.checkpoint('2FA', { platform: 'SMS' }), step: { type: 'two_factor', platform: 'sms' } },
  {
    posed: answers.checkpoint('2FA', { platform: 'WHATSAPP' }),
    step: { type: 'two_factor', platform: 'whatsapp' },
  },
  { posed: answers.checkpoint('2FA', { platform: 'RUNE' }), step: { type: 'unsupported', name: '2FA RUNE' } },
  { posed: answers.checkpoint('IN_APP_VALIDATION'), step: { type: 'in_app' } },
  {
    posed: answers.checkpoint('OTP_OR_IN_APP_VALIDATION', { channel: 'SMS' }),
    step: { type: 'otp_or_in_app', channel: 'sms' },
  },
  {
    posed: answers.checkpoint('IN_APP_VALIDATION', { display: { type: 'NUMBER', value: '42' } }),
    step: { type: 'in_app', show: { kind: 'number', value: '42', label: '42' } },
  },
  {
    posed: answers.checkpoint('OTP_OR_IN_APP_VALIDATION', {
      display: { type: 'EMOJI', value: '🦊', label: 'fox', image_url: 'https://a.test/f.png' },
    }),
    step: {
      type: 'otp_or_in_app',
      show: { kind: 'emoji', value: '🦊', label: 'fox', imageUrl: 'https://a.test/f.png' },
    },
  },
  {
    posed: answers.checkpoint('DISPLAY', {
      display: { type: 'CODE', value: 'ABCD-1234', expires_at: '2026-01-15T09:30:00Z' },
    }),
    step: {
      type: 'show',
      show: {
        kind: 'code',
        value: 'ABCD-1234',
        label: 'ABCD-1234',
        expiresAt: '2026-01-15T09:30:00.000Z',
      },
    },
  },
  {
    posed: answers.checkpoint('DISPLAY', {
      display: { type: 'SHAPE', value: '◆', image_url: 'javascript:alert(1)', expires_at: 'soon' },
    }),
    step: { type: 'show', show: { kind: 'unknown', value: '◆', label: '◆' } },
  },
  { posed: answers.checkpoint('DISPLAY', { display: 7 }), step: { type: 'unsupported', name: 'DISPLAY' } },
  { posed: answers.checkpoint('PHONE_REGISTER'), step: { type: 'phone' } },
  {
    posed: answers.checkpoint('CAPTCHA', { public_key: 'k', data: 'd' }),
    step: { type: 'captcha', publicKey: 'k', data: 'd' },
  },
  {
    posed: answers.checkpoint('CAPTCHA', { public_key: null }),
    step: { type: 'captcha', publicKey: null, data: null },
  },
  {
    posed: answers.checkpoint('CONTRACT_SELECTION', { contracts: [{ id: 'c1', name: 'Recruiter' }] }),
    step: { type: 'contract', options: [{ id: 'c1', label: 'Recruiter' }] },
  },
  {
    posed: answers.checkpoint('CHALLENGE_SELECTION', {
      challenges: [{ id: 's', label: 'SMS', description: 'to …12' }],
    }),
    step: { type: 'challenge', options: [{ id: 's', label: 'SMS', description: 'to …12' }] },
  },
  { posed: answers.checkpoint('LOADING'), step: { type: 'loading' } },
  {
    posed: answers.checkpoint('PALM_SCAN', { hand: 'left' }),
    step: { type: 'unsupported', name: 'PALM_SCAN' },
  },
  { posed: answers.qr('q'), step: { type: 'qr', qrcode: 'q', round: 1 } },
  {
    posed: { json: { object: 'OauthUrl', url: 'https://consent.example' } },
    step: { type: 'consent', url: 'https://consent.example' },
  },
])('$step.type is posed as such', async ({ posed, step }) => {
  host.upstream.script = () => posed
  const intent = await anna.start()
  expect(intent.step).toMatchObject({ ...step, id: expect.stringMatching(/^[\w-]{22}$/) })
  expect(JSON.stringify(intent)).not.toContain('acc_intent')
})

test.each(['in_app', 'show', 'qr', 'loading', 'consent', 'unsupported'])(
  '%s takes no answer',
  async (type) => {
    const posed: Record<string, Reply> = {
      in_app: answers.checkpoint('IN_APP_VALIDATION'),
      show: answers.checkpoint('DISPLAY', { display: { type: 'CODE', value: 'A1' } }),
      qr: answers.qr('q'),
      loading: answers.checkpoint('LOADING'),
      consent: { json: { object: 'OauthUrl', url: 'https://consent.example' } },
      unsupported: answers.checkpoint('PALM_SCAN'),
    }
    host.upstream.script = () => posed[type] ?? 'reset'
    const intent = await anna.start()
    const body = { checkpoint: checkpointId(intent.step), answer: '1' }
    expect((await anna.problem('POST', `/intents/${intent.id}/solve`, body)).code).toBe('answer_not_expected')
  },
)

test.each([
  { type: 'OTP', code: 'invalid_code' },
  { type: 'CAPTCHA', code: 'captcha_rejected' },
])('a refused answer to $type keeps the checkpoint, with $code', async ({ type, code }) => {
  play(
    answers.checkpoint(type),
    answers.error(401, 'provider/invalid_checkpoint_code'),
    answers.account('acc_1'),
  )
  const posed = await anna.start()
  const refused = await anna.solve(posed, 'x')
  expect(refused).toMatchObject({
    revision: posed.revision + 1,
    step: { id: checkpointId(posed.step), error: { code } },
  })
  expect((await anna.solve(refused, 'y')).step.type).toBe('linked')
})

describe('a phone number', () => {
  test.each([
    { typed: '+33612345678', sent: '(+33)0612345678' },
    { typed: '+33 6 12 34 56 78', sent: '(+33)0612345678' },
    { typed: '(+33)0612345678', sent: '(+33)0612345678' },
    { typed: '+1 (415) 555-0100', sent: '(+1)4155550100' },
    // Italy's leading zero is part of the number.
    { typed: '+390612345678', sent: '(+39)0612345678' },
  ])('$typed goes to Unipile as $sent', async ({ typed, sent }) => {
    play(answers.checkpoint('PHONE_REGISTER'), answers.account('acc_1'))
    expect((await anna.solve(await anna.start(), typed)).step.type).toBe('linked')
    expect(lastCall()?.body).toEqual({ intent_id: 'acc_intent', code: sent })
  })

  test.each(['0612345678', '+33', '+33612', 'x', '+999612345678', '+'.repeat(2000)])(
    '%s is refused here',
    async (typed) => {
      play(answers.checkpoint('PHONE_REGISTER'), answers.account('acc_1'))
      const posed = await anna.start()
      const refused = await anna.solve(posed, typed)
      expect(refused.step).toEqual({ ...posed.step, error: { code: 'invalid_phone' } })
      expect(host.upstream.calls).toHaveLength(1)
      expect((await anna.solve(refused, '+33612345678')).step.type).toBe('linked')
    },
  )

  test('that the provider refuses keeps the checkpoint', async () => {
    play(
      answers.checkpoint('PHONE_REGISTER'),
      answers.error(400, 'provider/invalid_parameters'),
      answers.account('acc_1'),
    )
    const posed = await anna.start()
    const refused = await anna.solve(posed, '+33612345678')
    expect(refused.step).toEqual({ ...posed.step, error: { code: 'invalid_phone' } })
    expect((await anna.solve(refused, '+33612345679')).step.type).toBe('linked')
  })
})

test('a solved checkpoint is followed by a new one, even if it has the same type', async () => {
  play(answers.checkpoint('OTP'), answers.checkpoint('OTP'))
  const first = await anna.start()
  const second = await anna.solve(first, '1')
  expect(checkpointId(second.step)).not.toBe(checkpointId(first.step))
  const late = { checkpoint: checkpointId(first.step), answer: '1' }
  expect((await anna.problem('POST', `/intents/${first.id}/solve`, late)).code).toBe('checkpoint_passed')
})

test('one of two simultaneous answers is sent', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  host.upstream.script = async ({ path }) => {
    if (path === '/v2/auth/intent') return answers.checkpoint('OTP')
    await held
    return answers.account('acc_1')
  }
  const posed = await anna.start()
  const both = [anna.solve(posed, '1'), anna.solve(posed, '1')]
  const loser = await Promise.race(both)
  expect(loser.step).toEqual(posed.step)
  release()
  const types = (await Promise.all(both)).map(({ step }) => step.type).sort()
  expect(types).toEqual(['linked', 'otp'])
  expect(host.upstream.calls).toHaveLength(2)
})

const faults: { what: string; reply: Reply; code: string; retryAfter?: number }[] = [
  { what: '503', reply: answers.error(503, 'api/internal_error'), code: 'upstream_unavailable' },
  {
    what: 'a 503 from the provider',
    reply: answers.error(503, 'provider/server_error'),
    code: 'provider_unavailable',
  },
  {
    what: '429',
    reply: answers.error(429, 'api/too_many_requests', {}, { 'retry-after': '7' }),
    code: 'upstream_rate_limited',
    retryAfter: 7,
  },
  {
    what: 'a 429 from the provider',
    reply: answers.error(429, 'provider/too_many_requests', {}, { 'retry-after': '9' }),
    code: 'provider_rate_limited',
    retryAfter: 9,
  },
  {
    what: 'a 429 with a date that is not read',
    reply: answers.error(
      429,
      'api/too_many_requests',
      {},
      { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' },
    ),
    code: 'upstream_rate_limited',
  },
  { what: 'silence', reply: 'never', code: 'upstream_timeout' },
  { what: 'text', reply: { text: '<html>oops' }, code: 'upstream_invalid_answer' },
  { what: 'another shape', reply: { json: { object: 'Surprise' } }, code: 'upstream_invalid_answer' },
  { what: 'a list', reply: { json: [] }, code: 'upstream_invalid_answer' },
  {
    what: 'an account without an id',
    reply: { json: { object: 'Account' } },
    code: 'upstream_invalid_answer',
  },
  {
    what: 'a text that no database can store',
    reply: answers.qr('a\u0000b'),
    code: 'upstream_invalid_answer',
  },
  { what: 'two megabytes', reply: { text: `"${'a'.repeat(2_000_000)}"` }, code: 'upstream_invalid_answer' },
  { what: 'a closed socket', reply: 'reset', code: 'upstream_unreachable' },
  {
    what: 'a refused key',
    reply: answers.error(401, 'api/missing_authorization'),
    code: 'upstream_unauthorized',
  },
  {
    what: 'an inactive subscription',
    reply: answers.error(402, 'api/inactive_subscription'),
    code: 'upstream_unauthorized',
  },
  { what: 'an unknown type', reply: answers.error(418, 'api/teapot'), code: 'upstream_rejected' },
  {
    what: 'a 500 of an unknown type',
    reply: answers.error(500, 'api/volcano'),
    code: 'upstream_unavailable',
  },
]

describe.each(faults)('Unipile responds with $what', ({ reply, code, retryAfter }) => {
  test('a start fails, and the intent with it', async () => {
    play(reply)
    const body = {
      provider: 'linkedin',
      method: 'credentials',
      credentials: { username: 'a', password: 'b' },
    }
    const problem = await anna.problem('POST', '/intents', body, { 'idempotency-key': 'k' })
    expect(problem.code).toBe(code)
    expect(problem.retryAfter).toBe(retryAfter)
    expect(problem.headers.get('retry-after')).toBe(retryAfter === undefined ? null : String(retryAfter))
    const repeated = await anna.start(body, 'k')
    expect(repeated.step).toMatchObject({ type: 'failed', error: { code } })
    expect(host.upstream.calls).toHaveLength(1)
  })

  test('a checkpoint stays open for the same answer', async () => {
    play(answers.checkpoint('OTP'), reply, answers.account('acc_1'))
    const posed = await anna.start()
    const problem = await anna.problem('POST', `/intents/${posed.id}/solve`, {
      checkpoint: checkpointId(posed.step),
      answer: '1',
    })
    expect(problem.code).toBe(code)
    expect((await anna.read(posed.id)).step).toEqual(posed.step)
    expect((await anna.solve(posed, '1')).step.type).toBe('linked')
  })
})

test('wrong credentials keep the form: a problem, not an intent', async () => {
  play(answers.error(401, 'provider/invalid_credentials', { detail: 'pass-word-1 is wrong' }))
  const problem = await anna.problem('POST', '/intents', {
    provider: 'linkedin',
    method: 'credentials',
    credentials: { username: 'a', password: 'pass-word-1' },
  })
  expect(problem).toMatchObject({ code: 'invalid_credentials', httpStatus: 401 })
  expect(JSON.stringify(problem)).not.toContain('pass-word-1')
})

describe('sending again', () => {
  const resend = (intent: Intent) => anna.intent('POST', `/intents/${intent.id}/resend`)
  const refused = (intent: Intent) => anna.problem('POST', `/intents/${intent.id}/resend`)

  test('works once its delay has passed, and then waits again', async () => {
    play(answers.checkpoint('OTP'), { status: 204, json: null })
    const posed = await anna.start()
    expect(await refused(posed)).toMatchObject({ code: 'resend_too_soon', retryAfter: 30 })
    time += 29_500
    expect(await refused(posed)).toMatchObject({ code: 'resend_too_soon', retryAfter: 1 })
    time += 500
    const again = await resend(posed)
    expect(again.step).toEqual({ ...posed.step, resendAt: new Date(time + 30_000).toISOString() })
    expect(lastCall()).toMatchObject({
      path: '/v2/auth/checkpoint/resend',
      body: { intent_id: 'acc_intent' },
    })
  })

  test.each([404, 405])('is no longer offered after a %i', async (status) => {
    play(answers.checkpoint('OTP'), answers.error(status, 'provider/method_not_allowed'))
    const posed = await anna.start()
    time += 30_000
    expect((await refused(posed)).code).toBe('resend_not_available')
    expect((await anna.read(posed.id)).step).toEqual({
      type: 'otp',
      id: checkpointId(posed.step),
      format: 'digits',
      length: 6,
    })
    expect((await refused(posed)).code).toBe('resend_not_available')
    expect(host.upstream.calls).toHaveLength(2)
  })

  test('says how long Unipile wants to wait', async () => {
    play(answers.checkpoint('OTP'), answers.error(429, 'api/too_many_requests', {}, { 'retry-after': '12' }))
    const posed = await anna.start()
    time += 30_000
    expect(await refused(posed)).toMatchObject({ code: 'resend_too_soon', retryAfter: 12 })
  })

  test('has nothing to send for an authenticator app', async () => {
    play(answers.checkpoint('2FA', { platform: 'APP' }))
    expect((await refused(await anna.start())).code).toBe('resend_not_available')
  })
})

describe('another way', () => {
  const ways = answers.checkpoint('CHALLENGE_SELECTION', {
    challenges: [
      { id: 'sms', label: 'SMS' },
      { id: 'mail', label: 'Email' },
    ],
  })
  const other = (intent: Intent, body: object = {}) =>
    anna.intent('POST', `/intents/${intent.id}/challenge`, body)

  test('offers a choice, and each option poses its checkpoint', async () => {
    play(answers.checkpoint('IN_APP_VALIDATION'), ways, answers.checkpoint('OTP', { channel: 'SMS' }))
    host.upstream.script = (
      (script) => (call, signal) =>
        call.body.code === '' ? answers.checkpoint('IN_APP_VALIDATION') : script(call, signal)
    )(host.upstream.script)
    const choice = await other(await anna.start())
    expect(choice.step).toMatchObject({ type: 'challenge', options: [{ id: 'sms' }, { id: 'mail' }] })
    const unknown = await anna.problem('POST', `/intents/${choice.id}/challenge`, { challenge: 'owl' })
    expect(unknown).toMatchObject({ code: 'invalid_request', fields: [{ name: 'challenge' }] })
    const otp = await other(choice, { challenge: 'sms' })
    expect(otp.step).toMatchObject({ type: 'otp', channel: 'sms' })
    expect(lastCall()).toMatchObject({ path: '/v2/auth/checkpoint/request', body: { challenge: 'sms' } })
  })

  test('can also be chosen with an answer', async () => {
    play(ways, answers.checkpoint('OTP', { channel: 'EMAIL' }))
    const choice = await anna.start()
    const unknown = { checkpoint: checkpointId(choice.step), answer: 'owl' }
    expect((await anna.problem('POST', `/intents/${choice.id}/solve`, unknown)).code).toBe('invalid_request')
    expect((await anna.solve(choice, 'mail')).step).toMatchObject({ type: 'otp', channel: 'email' })
  })

  test('falls back to the old call if the new one is unknown', async () => {
    play(
      answers.checkpoint('OTP'),
      answers.error(404, 'api/resource_not_found'),
      answers.checkpoint('PHONE_REGISTER'),
    )
    expect((await other(await anna.start())).step.type).toBe('phone')
    expect(lastCall()).toMatchObject({ path: '/v2/auth/checkpoint', body: { code: 'TRY_ANOTHER_WAY' } })
  })

  test.each(['provider/invalid_checkpoint_code', 'provider/method_not_allowed'])(
    'does not exist after %s',
    async (type) => {
      play(
        answers.checkpoint('OTP'),
        answers.error(405, 'provider/method_not_allowed'),
        answers.error(405, type),
      )
      const posed = await anna.start()
      expect((await anna.problem('POST', `/intents/${posed.id}/challenge`, {})).code).toBe('no_other_way')
      expect((await anna.read(posed.id)).step).toEqual(posed.step)
    },
  )

  test('is a fresh code for a QR code: the same checkpoint, another round', async () => {
    host.upstream.script = ({ path }) => {
      if (path === '/v2/auth/intent') return answers.qr('one')
      return path === '/v2/auth/checkpoint/request' ? answers.qr('two') : 'never'
    }
    const first = await anna.start({ provider: 'whatsapp', method: 'qr' })
    const id = checkpointId(first.step)
    expect(first.step).toMatchObject({ expiresAt: new Date(time + 60_000).toISOString() })
    time += 40_000
    expect((await other(first)).step).toMatchObject({
      id,
      qrcode: 'two',
      round: 2,
      shownAt: new Date(time).toISOString(),
      expiresAt: new Date(time + 20_000).toISOString(),
    })
  })
})

test('a contract must be one of the offered ones', async () => {
  play(
    answers.checkpoint('CONTRACT_SELECTION', { contracts: [{ id: 'c1', name: 'One' }] }),
    answers.account('acc_1'),
  )
  const posed = await anna.start()
  const wrong = { checkpoint: checkpointId(posed.step), answer: 'c2' }
  expect((await anna.problem('POST', `/intents/${posed.id}/solve`, wrong)).fields).toEqual([
    { name: 'answer', code: 'not_an_option' },
  ])
  expect((await anna.solve(posed, 'c1')).step.type).toBe('linked')
  expect(lastCall()?.body).toEqual({ intent_id: 'acc_intent', code: 'c1' })
})
