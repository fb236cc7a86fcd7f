import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

describe('a QR code', () => {
  it('holds the call until it is scanned, then returns the account', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    expect(body).toMatchObject({ object: 'AuthenticationQrCode' })
    expect(body.qrcode).toMatch(/^http:\/\/localhost:\d+\/phone\?scan=.{20,}$/)
    const held = client.answer(body.intent_id, '')
    expect((await client.scan(body.qrcode, { persona: 'plain.anna' })).status).toBe(200)
    expect((await held).body).toMatchObject({ object: 'Account', provider: 'whatsapp', name: 'Anna Sandbox' })
    expect((await client.answer(body.intent_id, '')).status).toBe(404)
  })

  it('keeps the result of a scan until the next call', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    await client.scan(body.qrcode, 'plain.anna@sandbox.test')
    expect((await client.answer(body.intent_id, '')).body.object).toBe('Account')
  })

  it('continues with the checkpoints of the person who scans', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.answer(body.intent_id, '')
    await client.scan(new URL(body.qrcode).searchParams.get('scan') ?? '', '2fa-whatsapp.anna')
    expect((await held).body.checkpoint).toEqual({ type: '2FA', platform: 'WHATSAPP' })
    const code = await client.newestCode('2fa-whatsapp.anna')
    expect((await client.answer(body.intent_id, code)).body.object).toBe('Account')
  })

  it('ends a held call unchanged after its time limit', async () => {
    const client = await WireClient.start({ timings: { holdMs: 20 } })
    const { body } = await client.showQr()
    expect((await client.answer(body.intent_id, '')).body).toEqual(body)
  })

  it('rotates: the held call returns the new code, and the old one cannot be scanned', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.answer(body.intent_id, '')
    await client.call('POST', '/phone/expire', { qrcode: body.qrcode })
    const fresh = await held
    expect(fresh.body).toMatchObject({ object: 'AuthenticationQrCode', intent_id: body.intent_id })
    expect(fresh.body.qrcode).not.toBe(body.qrcode)
    expect((await client.scan(body.qrcode, 'plain.anna')).status).toBe(410)
    expect((await client.scan('unknown', 'plain.anna')).status).toBe(404)
    expect((await client.scan(fresh.body.qrcode, 'plain.anna')).status).toBe(200)
    expect((await client.scan(fresh.body.qrcode, 'plain.anna')).status).toBe(404)
  })

  it('rotates by the clock while a call is held', async () => {
    const client = await WireClient.start({ now: Date.now, timings: { qrFirstSeconds: 0.05 } })
    const { body } = await client.showQr()
    const fresh = await client.answer(body.intent_id, '')
    expect(fresh.body.object).toBe('AuthenticationQrCode')
    expect(fresh.body.qrcode).not.toBe(body.qrcode)
  })

  it('returns a rotation that happened between calls at once', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    client.passSeconds(61)
    const fresh = await client.answer(body.intent_id, '')
    expect(fresh.body.qrcode).not.toBe(body.qrcode)
  })

  it('times out after 60 and five times 20 seconds, and starts again on request', async () => {
    const client = await WireClient.start({ timings: { holdMs: 0 } })
    const { body } = await client.showQr()
    client.passSeconds(159)
    const last = await client.answer(body.intent_id, '')
    expect(last.body.object).toBe('AuthenticationQrCode')
    client.passSeconds(1)
    const gaveUp = { status: 504, body: { type: 'provider/timeout' } }
    expect(await client.answer(body.intent_id, '')).toMatchObject(gaveUp)
    expect(await client.answer(body.intent_id, '')).toMatchObject(gaveUp)
    expect((await client.scan(last.body.qrcode, 'plain.anna')).status).toBe(410)
    const fresh = await client.requestChallenge(body.intent_id)
    expect(fresh.body.object).toBe('AuthenticationQrCode')
    client.passSeconds(59)
    expect((await client.answer(body.intent_id, '')).body.qrcode).toBe(fresh.body.qrcode)
    await client.scan(fresh.body.qrcode, 'plain.anna')
    expect((await client.answer(body.intent_id, '')).body.object).toBe('Account')
  })

  it('keeps the outcome for the next call if the held one has disconnected', async () => {
    const lines: string[] = []
    const client = await WireClient.start({ logger: (line) => lines.push(line) })
    const { body } = await client.showQr()
    await expect(client.answer(body.intent_id, '', AbortSignal.timeout(100))).rejects.toThrow()
    await expect.poll(() => lines.join()).toContain('Caller disconnected')
    await client.scan(body.qrcode, 'plain.anna')
    expect((await client.answer(body.intent_id, '')).body.object).toBe('Account')
  })

  it('refuses an invalid persona', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    expect(await client.scan(body.qrcode, 'oops.anna')).toMatchObject({
      status: 401,
      body: { detail: expect.stringContaining('"oops"') },
    })
  })
})
