import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WireClient } from './wire-client.ts'

const custom_proxy = {
  host: 'proxy.example',
  port: 8080,
  protocol: 'socks5',
  username: 'proxy-user',
  password: 'proxy-secret',
}

describe('the config of a start', () => {
  it('is stored with the account and shown on the phone, without the proxy’s secrets', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const stateFile = join(folder, 'state.json')
    const lines: string[] = []
    const client = await WireClient.start({ stateFile, logger: (line) => lines.push(line) })
    const { body } = await client.signIn('otp.anna', {
      config: { custom_proxy, products: ['classic', 'recruiter'] },
    })
    await client.answer(body.intent_id, await client.newestCode('otp.anna'))
    const page = await client.fetch('/phone?tab=accounts', { headers: { accept: 'text/html' } })
    const text = await page.text()
    expect(text).toContain('socks5://proxy.example:8080')
    expect(text).toContain('classic, recruiter')
    const stored = readFileSync(stateFile, 'utf8')
    expect(stored).toContain('proxy.example')
    expect(text + stored + lines.join()).not.toMatch(/proxy-secret|proxy-user/)
    const restarted = await WireClient.start({ stateFile }, client.clock)
    expect(await restarted.phone('otp.anna')).toMatchObject({
      accounts: [{ config: { products: ['classic', 'recruiter'] } }],
    })
  })

  it('is shown as the account’s proxy, and changes with a reconnect', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('plain.anna', { config: { auto_proxy_config: { country: 'fr' } } })
    expect(body.proxy).toEqual({ country: 'FR', auto_proxy: true })
    const again = await client.signIn('plain.anna', { account_id: body.id, config: { custom_proxy } })
    expect(again.body.proxy).toEqual({
      country: null,
      auto_proxy: false,
      host: 'proxy.example',
      port: 8080,
      protocol: 'socks5',
    })
  })

  it.each([
    { custom_proxy: { host: '', port: 8080 } },
    { custom_proxy: { ...custom_proxy, port: 0 } },
    { custom_proxy: { ...custom_proxy, protocol: 'ftp' } },
    { auto_proxy_config: { country: 'France' } },
    { auto_proxy_config: { ip: 'here' } },
    { products: ['recruiter', 'sales_navigator'] },
    { products: ['everything'] },
    { oauth_scope: ['mail.read'] },
    { initial_sync_enable: false },
    { colour: 'red' },
  ])('%j is a 400', async (config) => {
    const client = await WireClient.start()
    const refused = await client.signIn('plain.anna', { config })
    expect(refused).toMatchObject({ status: 400, body: { type: 'api/invalid_parameters' } })
    expect(refused.body.detail).not.toContain('secret')
  })
})

it('stores and logs no password, cookie or code of any method', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const stateFile = join(folder, 'state.json')
  const lines: string[] = []
  const client = await WireClient.start({ stateFile, logger: (line) => lines.push(line) })
  const start = (provider: string, credentials: unknown) =>
    client.call('POST', '/v2/auth/intent', { provider, credentials })
  const name = 'otp.anna@sandbox.test'
  for (const [provider, credentials] of [
    ['facebook', { username: name, password: 'hunter2' }],
    ['linkedin', { access_token: name, premium_access_token: 'hunter2', user_agent: 'hunter2' }],
    ['instagram', { sessionid: name }],
    ['imap', { user: name, password: 'hunter2' }],
    ['telegram', { qrcode: true, twofa: 'hunter2' }],
  ] as const) {
    const { status, body } = await start(provider, credentials)
    expect(status).toBe(200)
    if (provider === 'telegram') {
      await client.scan(body.qrcode, 'twofa+twofa.anna')
      await client.answer(body.intent_id, '')
    }
  }
  expect(readFileSync(stateFile, 'utf8') + lines.join()).not.toContain('hunter2')
})
