import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

const page = { headers: { accept: 'text/html,application/xhtml+xml', 'content-type': 'text/plain' } }
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  redirect: 'manual' as const,
  body: new URLSearchParams(fields).toString(),
  headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
})

describe('the phone for scripts', () => {
  it('returns a person’s messages, approvals and secret, or everyone’s messages and approvals', async () => {
    const client = await WireClient.start()
    await client.signIn('otp.anna')
    await client.signIn('in-app.ben')
    expect(await client.phone('otp.anna')).toMatchObject({
      messages: [
        {
          to: 'otp.anna@sandbox.test',
          channel: 'EMAIL',
          code: expect.stringMatching(/^\d{6}$/),
          text: expect.stringContaining('LinkedIn'),
          sentAt: '2026-01-15T09:30:00.000Z',
        },
      ],
      approvals: [],
      totp: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/) },
    })
    const everybody = await (await client.fetch('/phone')).json()
    expect(everybody).toMatchObject({
      messages: [{ to: 'otp.anna@sandbox.test' }],
      approvals: [
        { id: expect.any(String), to: 'in-app.ben@sandbox.test', askedAt: '2026-01-15T09:30:00.000Z' },
      ],
      totp: null,
    })
  })

  it('accepts a plus that was not escaped', async () => {
    const client = await WireClient.start()
    await client.signIn('otp+contract.anna')
    const response = await client.fetch('/phone?to=otp+contract.anna@sandbox.test')
    expect(await response.json()).toMatchObject({ messages: [{ to: 'otp+contract.anna@sandbox.test' }] })
  })

  it('has one secret per person, which never changes', async () => {
    const first = await (await WireClient.start()).phone('2fa-app.anna')
    const client = await WireClient.start()
    expect((await client.phone('2fa-app.anna')).totp?.secret).toBe(first.totp?.secret)
    expect((await client.phone('2fa-app.ben')).totp?.secret).not.toBe(first.totp?.secret)
  })
})

describe('the phone for people', () => {
  it('is a page without other origins and inline code', async () => {
    const client = await WireClient.start()
    const response = await client.fetch('/phone', page)
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const text = await response.text()
    expect(text).not.toMatch(/ (style|on\w+)=|<script>|<style>/)
    for (const [, path] of text.matchAll(/(?:href|src)="(\/phone\/[^"]+)"/g)) {
      expect((await client.fetch(path ?? '')).status).toBe(200)
    }
  })

  it('escapes what people type', async () => {
    const client = await WireClient.start()
    const response = await client.fetch(`/phone?to=${encodeURIComponent('"><img src=x>')}`, page)
    expect(await response.text()).not.toContain('<img')
  })

  it('works with forms: a scan leads to the message that follows', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const opened = await client.fetch(body.qrcode.slice(client.sandbox.url.length), page)
    const text = await opened.text()
    const token = new URL(body.qrcode).searchParams.get('scan') ?? ''
    expect(text).toContain(`value="${token}"`)
    const scanned = await client.fetch('/phone/scan', form({ qrcode: token, as: 'otp.anna' }))
    expect(scanned.status).toBe(303)
    const next = await client.fetch(scanned.headers.get('location') ?? '', page)
    expect(await next.text()).toContain(await client.newestCode('otp.anna'))
  })

  it('shows a refusal on the page, with its status', async () => {
    const client = await WireClient.start()
    const refused = await client.fetch('/phone/scan', form({ tab: 'scan', qrcode: 'stale', as: 'otp.anna' }))
    expect(refused.status).toBe(404)
    expect(await refused.text()).toContain('data-tone="failed"')
  })

  it('approves with a form, and stays on its screen', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('in-app.anna')
    const done = await client.fetch(
      '/phone/approve',
      form({ tab: 'approvals', view: 'in-app.anna', to: 'in-app.anna@sandbox.test', approve: 'true' }),
    )
    expect(done.headers.get('location')).toBe(
      '/phone?tab=approvals&to=in-app.anna%40sandbox.test&done=approved',
    )
    expect((await client.answer(body.intent_id, '')).body.object).toBe('Account')
  })

  it('refuses forms from another site', async () => {
    const client = await WireClient.start()
    const { headers, ...rest } = form({ to: 'in-app.anna', approve: 'true' })
    const response = await client.fetch('/phone/approve', {
      ...rest,
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(403)
  })
})
