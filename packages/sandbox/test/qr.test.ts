import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

/** How long a fact may take to come true on a busy machine. */
describe('a QR code', () => {
  it('holds the call until it is scanned, then answers the account', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    expect(body).toMatchObject({ object: 'AuthenticationQrCode' })
    expect(body.qrcode).toMatch(/^http:\/\/localhost:\d+\/phone\?scan=.{20,}$/)
    const held = client.solve(body.intent_id, '')
    expect((await client.scan(body.qrcode, { persona: 'plain.anna' })).status).toBe(200)
    expect((await held).body).toMatchObject({ object: 'Account', provider: 'whatsapp', name: 'Anna Sandbox' })
    expect((await client.solve(body.intent_id, '')).status).toBe(404)
  })

  it('keeps the answer of a scan that nobody was waiting for', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    await client.scan(body.qrcode, 'plain.anna@sandbox.test')
    expect((await client.solve(body.intent_id, '')).body.object).toBe('Account')
  })

  it('goes on with the checkpoints of the person who scans', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.solve(body.intent_id, '')
    await client.scan(new URL(body.qrcode).searchParams.get('scan') ?? '', '2fa-whatsapp.anna')
    expect((await held).body.checkpoint).toEqual({ type: '2FA', platform: 'WHATSAPP' })
    const code = await client.newestCode('2fa-whatsapp.anna')
    expect((await client.solve(body.intent_id, code)).body.object).toBe('Account')
  })

  it('lets a held call go unchanged after a while', async () => {
    const client = await WireClient.start({ timings: { holdMs: 20 } })
    const { body } = await client.showQr()
    expect((await client.solve(body.intent_id, '')).body).toEqual(body)
  })

  it('rotates: the held call answers the fresh code, and the stale one scans no more', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.solve(body.intent_id, '')
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
    const fresh = await client.solve(body.intent_id, '')
    expect(fresh.body.object).toBe('AuthenticationQrCode')
    expect(fresh.body.qrcode).not.toBe(body.qrcode)
  })

  it('tells at once of a rotation that no call was there for', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    client.passSeconds(61)
    const fresh = await client.solve(body.intent_id, '')
    expect(fresh.body.qrcode).not.toBe(body.qrcode)
  })

  it('gives up after its rounds of 60 and five times 20 seconds, and starts again when asked', async () => {
    const client = await WireClient.start({ timings: { holdMs: 0 } })
    const { body } = await client.showQr()
    client.passSeconds(159)
    const last = await client.solve(body.intent_id, '')
    expect(last.body.object).toBe('AuthenticationQrCode')
    client.passSeconds(1)
    const gaveUp = { status: 504, body: { type: 'provider/timeout' } }
    expect(await client.solve(body.intent_id, '')).toMatchObject(gaveUp)
    expect(await client.solve(body.intent_id, '')).toMatchObject(gaveUp)
    expect((await client.scan(last.body.qrcode, 'plain.anna')).status).toBe(410)
    const fresh = await client.anotherWay(body.intent_id)
    expect(fresh.body.object).toBe('AuthenticationQrCode')
    client.passSeconds(59)
    expect((await client.solve(body.intent_id, '')).body.qrcode).toBe(fresh.body.qrcode)
    await client.scan(fresh.body.qrcode, 'plain.anna')
    expect((await client.solve(body.intent_id, '')).body.object).toBe('Account')
  })

  it('keeps the end for the next call when the held one has left', async () => {
    const lines: string[] = []
    const client = await WireClient.start({ logger: (line) => lines.push(line) })
    const { body } = await client.showQr()
    await expect(client.solve(body.intent_id, '', AbortSignal.timeout(100))).rejects.toThrow()
    await expect.poll(() => lines.join()).toContain('the caller left')
    await client.scan(body.qrcode, 'plain.anna')
    expect((await client.solve(body.intent_id, '')).body.object).toBe('Account')
  })

  it('tells who cannot scan', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    expect(await client.scan(body.qrcode, 'oops.anna')).toMatchObject({
      status: 401,
      body: { detail: expect.stringContaining('"oops"') },
    })
  })
})
