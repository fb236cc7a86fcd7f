import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

const quick = { timings: { slowMs: 30, silenceMs: 30 } }

describe('a fault', () => {
  it.each([
    ['outage', 503, 'provider/server_error'],
    ['oauth-error', 503, 'provider/server_error'],
    ['rate-limited', 429, 'provider/too_many_requests'],
    ['timeout', 504, 'api/proxy_timeout'],
  ])('%s happens to a person once at the start', async (fault, status, type) => {
    const client = await WireClient.start(quick)
    expect(await client.signIn(`${fault}.anna`)).toMatchObject({ status, body: { object: 'Error', type } })
    expect((await client.signIn(`${fault}.anna`)).body.object).toBe('Account')
    expect((await client.signIn(`${fault}.ben`)).status).toBe(status)
  })

  it('rate-limited says when to retry', async () => {
    const client = await WireClient.start()
    expect((await client.signIn('rate-limited.anna')).headers.get('retry-after')).toBe('2')
  })

  it('slow responds in the end', async () => {
    const client = await WireClient.start(quick)
    const before = performance.now()
    expect((await client.signIn('slow.anna')).body.object).toBe('Account')
    expect(performance.now() - before).toBeGreaterThan(25)
  })

  it('garbage is a 200 that is not JSON', async () => {
    const client = await WireClient.start()
    const response = await client.fetch('/v2/auth/intent', {
      method: 'POST',
      body: JSON.stringify({
        provider: 'linkedin',
        credentials: { username: 'garbage.anna@sandbox.test', password: 'right' },
      }),
    })
    expect(response.status).toBe(200)
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  it('reset closes the socket without a response', async () => {
    const client = await WireClient.start()
    await expect(client.signIn('reset.anna')).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
    expect((await client.signIn('reset.anna')).body.object).toBe('Account')
  })

  it('timeout sends nothing until the caller disconnects', async () => {
    const client = await WireClient.start()
    const call = client.call(
      'POST',
      '/v2/auth/intent',
      { provider: 'linkedin', credentials: { username: 'timeout.anna@sandbox.test', password: 'right' } },
      AbortSignal.timeout(50),
    )
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it.each(['outage', 'rate-limited', 'reset', 'garbage', 'timeout'])(
    '%s in a chain strikes the call that reaches it; a repeated call goes on',
    async (fault) => {
      const client = await WireClient.start(quick)
      const name = `otp+${fault}+contract.anna`
      const { body } = await client.signIn(name)
      const code = await client.newestCode(name)
      const struck = await client.answer(body.intent_id, code).catch((error: unknown) => error)
      expect(struck).not.toMatchObject({ status: 200 })
      expect((await client.answer(body.intent_id, code)).body.checkpoint).toMatchObject({
        type: 'CONTRACT_SELECTION',
      })
    },
  )

  it('waits for a call after a scan', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.answer(body.intent_id, '')
    await client.scan(body.qrcode, 'outage.anna')
    expect((await held).status).toBe(503)
    expect((await client.answer(body.intent_id, '')).body.object).toBe('Account')
  })

  it('happens again after the person has reached an outcome', async () => {
    const client = await WireClient.start()
    await client.signIn('outage.anna')
    const linked = await client.signIn('outage.anna')
    expect((await client.signIn('outage.anna', { account_id: linked.body.id })).status).toBe(503)
  })
})
