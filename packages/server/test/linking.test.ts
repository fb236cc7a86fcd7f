import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { apiKey, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

test('links at once when the provider asks for nothing', async () => {
  host.upstream.script = () => answers.account('acc_1')
  const anna = host.as('anna')
  const intent = await anna.start()
  expect(intent).toMatchObject({
    revision: 2,
    provider: 'linkedin',
    mode: 'link',
    step: { type: 'linked', account: { provider: 'linkedin', name: 'Anna Sandbox', status: 'running' } },
  })
  const [call] = host.upstream.calls
  expect(call).toMatchObject({
    method: 'POST',
    path: '/v2/auth/intent',
    apiKey,
    body: { provider: 'linkedin', credentials: { username: 'anna@example.com', password: 'pass-word-1' } },
  })
  const listed = await (await anna.send('GET', '/accounts')).json()
  expect(listed).toEqual({ accounts: [intent.step.type === 'linked' && intent.step.account] })
  expect(JSON.stringify(listed)).not.toContain('acc_1"')
  expect(await (await host.as('ben').send('GET', '/accounts')).json()).toEqual({ accounts: [] })
})

test('passes one checkpoint after the other', async () => {
  const replies = [
    answers.checkpoint('OTP', { channel: 'SMS' }),
    answers.error(401, 'provider/invalid_checkpoint_code'),
    answers.checkpoint('2FA', { platform: 'APP' }),
    answers.account('acc_1'),
  ]
  host.upstream.script = () => replies.shift() ?? 'reset'
  const anna = host.as('anna')
  const otp = await anna.start()
  expect(otp.step).toMatchObject({ type: 'otp', channel: 'sms', resendAt: expect.any(String) })
  const refused = await anna.solve(otp, '111111')
  expect(refused.step).toEqual({ ...otp.step, error: { code: 'invalid_code' } })
  const app = await anna.solve(refused, '222222')
  expect(app.step).toMatchObject({ type: 'two_factor', platform: 'app' })
  expect(app.step).not.toHaveProperty('resendAt')
  const linked = await anna.solve(app, '333333')
  expect(linked.step.type).toBe('linked')
  expect(linked.revision).toBe(5)
  expect(host.upstream.calls[1]?.body).toEqual({ intent_id: 'acc_intent', code: '111111' })
})

test('shows each round of a QR code and links when it is scanned', async () => {
  let scan = () => {}
  const scanned = new Promise<void>((resolve) => {
    scan = resolve
  })
  let polls = 0
  host.upstream.script = async ({ path, body }) => {
    if (path === '/v2/auth/intent') return answers.qr('code-1')
    expect(body).toEqual({ intent_id: 'acc_intent', code: '' })
    polls += 1
    if (polls === 1) return answers.qr('code-1')
    if (polls === 2) return answers.qr('code-2')
    await scanned
    return answers.account('acc_wa')
  }
  const anna = host.as('anna')
  const first = await anna.start(whatsapp)
  expect(first.step).toMatchObject({ type: 'qr', qrcode: 'code-1', round: 1 })
  const second = await vi.waitFor(async () => {
    const intent = await anna.read(first.id)
    expect(intent.step).toMatchObject({ type: 'qr', qrcode: 'code-2', round: 2 })
    return intent
  }, 20_000)
  expect(second.revision).toBe(first.revision + 1)
  expect(second.step).toMatchObject({ id: 'id' in first.step ? first.step.id : '' })
  scan()
  await expect.poll(async () => (await anna.read(first.id)).step.type).toBe('linked')
})
