import { once } from 'node:events'
import { createServer } from 'node:http'
import { startSandbox } from '@connect-account/sandbox'
import { describe, expect, it } from 'vitest'
import { WireClient } from './wire-client.ts'

describe('the key', () => {
  it.each([
    ['missing', {}, 'api/missing_authorization'],
    ['wrong', { 'x-api-key': 'other' }, 'api/expired_authorization'],
  ])('%s is a 401 on every route', async (_what, headers, type) => {
    const { sandbox } = await WireClient.start()
    for (const [method, path] of [
      ['POST', '/v2/auth/intent'],
      ['POST', '/v2/auth/checkpoint'],
      ['GET', '/v2/accounts/'],
      ['GET', '/v2/webhooks/endpoints'],
      ['GET', '/v2/nowhere'],
    ] as const) {
      const response = await fetch(`${sandbox.url}${path}`, { method, headers })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({
        object: 'Error',
        type,
        status: 401,
        req_id: expect.any(String),
      })
    }
  })
})

describe('a bad body', () => {
  it.each([
    ['/v2/auth/intent', 'not json'],
    ['/v2/auth/intent', '[]'],
    ['/v2/auth/intent', '{}'],
    ['/v2/auth/intent', '{"provider":"linkedin"}'],
    ['/v2/auth/intent', '{"provider":"linkedin","credentials":{"username":"otp@sandbox.test"}}'],
    ['/v2/auth/intent', '{"provider":"linkedin","credentials":{"username":5,"password":"x"}}'],
    ['/v2/auth/intent', '{"provider":"whatsapp","credentials":{}}'],
    ['/v2/auth/checkpoint', '{"intent_id":"acc_x"}'],
    ['/v2/auth/checkpoint', '{"intent_id":"acc_x","code":123456}'],
    ['/v2/auth/checkpoint/request', '{}'],
    ['/v2/webhooks/endpoints', '{"url":"ftp://example.com"}'],
    ['/phone/scan', '{"qrcode":"x"}'],
    ['/phone/approve', '{"to":"a","approve":"maybe"}'],
    ['/phone/webhooks', '{"mode":"never"}'],
  ])('%s %s is a 400 that names the member', async (path, body) => {
    const client = await WireClient.start()
    const response = await client.fetch(path, { method: 'POST', body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'api/invalid_parameters',
      detail: expect.any(String),
    })
  })

  it('is never repeated in the response', async () => {
    const client = await WireClient.start()
    const response = await client.fetch('/v2/auth/intent', {
      method: 'POST',
      body: JSON.stringify({
        provider: 'linkedin',
        credentials: { username: '', password: 'hunter2-secret' },
      }),
    })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('hunter2')
  })

  it('too large is a 413', async () => {
    const client = await WireClient.start()
    const response = await client.fetch('/v2/auth/intent', { method: 'POST', body: 'x'.repeat(70_000) })
    expect(response.status).toBe(413)
  })

  it.each([
    [{ future: 1 }, /^future: /],
    [{ login_hint: 'anna' }, /^login_hint: not of this provider/],
    [{ config: { products: ['classic'], wait: true } }, /^config\.wait: /],
    [
      { credentials: { username: 'plain.anna@sandbox.test', password: 'right', code: '1' } },
      /^credentials\.code: /,
    ],
  ])('has no unknown members: %j', async (more, detail) => {
    const client = await WireClient.start()
    const refused = await client.signIn('plain.anna', more)
    expect(refused.status).toBe(400)
    expect(refused.body.detail).toMatch(detail)
  })
})

describe('unknown things', () => {
  it('are refused in the format of API v2', async () => {
    const client = await WireClient.start()
    const notFound = { status: 404, body: { object: 'Error', type: 'api/resource_not_found' } }
    expect(await client.answer('acc_none', '1')).toMatchObject(notFound)
    expect(await client.resend('acc_none')).toMatchObject(notFound)
    expect(await client.requestChallenge('acc_none')).toMatchObject(notFound)
    expect(await client.call('GET', '/v2/accounts/acc_none')).toMatchObject(notFound)
    expect(await client.call('GET', '/v2/nowhere')).toMatchObject(notFound)
    expect(await client.call('POST', '/v2/auth/intent', { provider: 'myspace' })).toMatchObject({
      status: 501,
      body: { type: 'api/not_implemented' },
    })
  })

  it('include an expired intent', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('otp.anna')
    client.passSeconds(1801)
    expect((await client.answer(body.intent_id, '1')).status).toBe(404)
  })
})

describe('accounts', () => {
  it('are listed newest first, in pages, by provider, status and name', async () => {
    const client = await WireClient.start()
    const linked: string[] = []
    for (const name of ['plain.anna', 'plain.ben', 'plain.cleo'])
      linked.push((await client.signIn(name)).body.id)
    await client.call('POST', `/phone/accounts/${linked[1]}`, { status: 'errored' })
    const ids = async (query: string) => {
      const { body } = await client.call('GET', `/v2/accounts/${query}`)
      return { data: body.data, has_more: body.has_more }
    }
    const [anna, ben, cleo] = linked.map((id) => ({ id }))
    expect(await ids('?limit=2')).toMatchObject({ data: [cleo, ben], has_more: true })
    expect(await ids('?limit=2&offset=2')).toMatchObject({ data: [anna], has_more: false })
    expect(await ids('?status=errored')).toMatchObject({ data: [ben] })
    expect(await ids('?provider=whatsapp')).toMatchObject({ data: [] })
    expect(await ids('?search=ANNA')).toMatchObject({ data: [anna] })
    expect(await ids(`?search=${linked[1]}`)).toMatchObject({ data: [ben] })
    expect((await client.call('GET', '/v2/accounts/?status=paused')).status).toBe(400)
    expect((await client.call('GET', '/v2/accounts/?limit=lots')).status).toBe(400)
  })

  it('are updated and removed', async () => {
    const client = await WireClient.start()
    const { body } = await client.signIn('plain.anna')
    const path = `/v2/accounts/${body.id}`
    const patch = async (change: object) => (await client.call('PATCH', path, change)).body
    expect(await patch({ metadata: { team: 'red' } })).toMatchObject({
      metadata: { custom_data: { team: 'red' } },
    })
    expect(await patch({ proxy: { host: 'proxy.example', port: 8080, password: 'x' } })).toMatchObject({
      proxy: { country: null, auto_proxy: false, host: 'proxy.example', port: 8080 },
    })
    expect(await patch({ auto_proxy_country: 'fr' })).toMatchObject({
      proxy: { country: 'FR', auto_proxy: true },
      metadata: { auto_proxy_country: 'FR' },
    })
    expect(await patch({ proxy: null })).not.toHaveProperty('proxy')
    expect(await patch({ proxy: { country: 'FR' } })).toMatchObject({ object: 'Error' })
    expect((await client.call('DELETE', path)).body).toMatchObject({ success: true })
    expect((await client.call('GET', path)).status).toBe(404)
    expect((await client.signIn('plain.anna')).body.object).toBe('Account')
  })
})

describe('a sandbox', () => {
  it('listens on localhost and on 127.0.0.1', async () => {
    const { sandbox } = await WireClient.start()
    for (const host of ['localhost', '127.0.0.1']) {
      expect((await fetch(`http://${host}:${sandbox.port}/phone`)).status).toBe(200)
    }
  })

  it('rejects if its port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(startSandbox({ port, apiKey: 'k' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    server.close()
  })

  it('closes while a call is held', async () => {
    const client = await WireClient.start()
    const { body } = await client.showQr()
    const held = client.answer(body.intent_id, '').catch((error: unknown) => error)
    await client.sandbox.close()
    await expect(held).resolves.toBeInstanceOf(Error)
    await expect(client.showQr()).rejects.toThrow()
  })

  it('logs no code, password or key', async () => {
    const lines: string[] = []
    const client = await WireClient.start({ logger: (line) => lines.push(line) })
    const { body } = await client.signIn('otp.anna')
    const code = await client.newestCode('otp.anna')
    await client.answer(body.intent_id, code)
    expect(lines.join('\n')).toContain('account.add')
    expect(lines.join('\n')).not.toMatch(new RegExp(`${code}|right|key-for-tests`))
  })
})
