import { createServer, request as httpRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { toNodeListener } from '../src/adapters/node.ts'
import { linkedin, whatsapp } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { checkpointId, readProblem, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost({ allowedOrigins: ['https://app.example.com'] })
})
afterAll(() => host.close())
beforeEach(() => host.reset())

const solution = { checkpoint: 'c', answer: '123456' }

test("another user's account cannot be removed", async () => {
  host.upstream.script = () => answers.account('acc_1')
  const { step } = await host.as('anna').start()
  const id = step.type === 'linked' ? step.account.id : ''
  for (const target of [id, '00000000-0000-4000-8000-000000000000', 'x', '%00'])
    expect((await host.as('ben').problem('DELETE', `/accounts/${target}`)).code).toBe('account_not_found')
  const narrow = host.as('anna', { providers: ['whatsapp'] })
  expect((await narrow.problem('DELETE', `/accounts/${id}`)).code).toBe('account_not_found')
  expect(host.upstream.calls.filter(({ method }) => method === 'DELETE')).toEqual([])
  host.upstream.script = () => ({ json: { success: true } })
  expect((await host.as('anna').send('DELETE', `/accounts/${id}`)).status).toBe(204)
  expect(host.upstream.calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/v2/accounts/acc_1' })
  expect(await (await host.as('anna').send('GET', '/accounts')).json()).toEqual({ accounts: [] })
})

test('lists the providers that the session is limited to', async () => {
  const list = async (providers?: string[]) =>
    JSON.stringify(
      await (await host.as('anna', providers ? { providers } : {}).send('GET', '/providers')).json(),
    )
  expect(await list()).toMatch(/linkedin.*whatsapp/)
  expect(await list()).not.toContain('"mock"')
  expect(await list(['whatsapp'])).not.toContain('linkedin')
  expect(await list(['mock'])).toContain('"mock"')
})

const badStarts = [
  { what: 'no member', body: {}, code: 'invalid_request', fields: ['provider', 'method'] },
  { what: 'a list', body: [], code: 'invalid_request' },
  {
    what: 'a number for a text',
    body: { ...linkedin(), provider: 7 },
    code: 'invalid_request',
    fields: ['provider'],
  },
  {
    what: 'an unknown member',
    body: { ...linkedin(), userId: 'ben' },
    code: 'invalid_request',
    fields: ['userId'],
  },
  {
    what: 'an empty provider',
    body: { ...linkedin(), provider: '' },
    code: 'invalid_request',
    fields: ['provider'],
  },
  { what: 'an unknown provider', body: { ...linkedin(), provider: 'myspace' }, code: 'unknown_provider' },
  {
    what: 'a prototype for a provider',
    body: { ...linkedin(), provider: '__proto__' },
    code: 'unknown_provider',
  },
  { what: 'an unknown method', body: { ...linkedin(), method: 'telepathy' }, code: 'unknown_method' },
  {
    what: 'a missing password',
    body: { ...linkedin(), credentials: { username: 'a' } },
    code: 'invalid_request',
    fields: ['password'],
  },
  {
    what: 'no credentials',
    body: { provider: 'linkedin', method: 'credentials' },
    code: 'invalid_request',
    fields: ['username', 'password'],
  },
  {
    what: 'an unknown field',
    body: { ...linkedin(), credentials: { username: 'a', password: 'b', pin: 'c' } },
    code: 'invalid_request',
    fields: ['pin'],
  },
  {
    what: 'a field for a QR code',
    body: { ...whatsapp, credentials: { phone: '1' } },
    code: 'invalid_request',
    fields: ['phone'],
  },
  {
    what: 'a password that is a number',
    body: { ...linkedin(), credentials: { username: 'a', password: 987654321 } },
    code: 'invalid_request',
    fields: ['password'],
  },
  {
    what: 'a very long password',
    body: linkedin('a', 'p'.repeat(9000)),
    code: 'invalid_request',
    fields: ['password'],
  },
  {
    what: 'cookies without the required one',
    body: { provider: 'linkedin', method: 'cookies', credentials: { premium_access_token: 'AQ' } },
    code: 'invalid_request',
    fields: ['cookies'],
  },
  {
    what: 'the cookie export itself',
    body: {
      provider: 'linkedin',
      method: 'cookies',
      credentials: { access_token: 'AQ', cookies: 'li_at=AQ' },
    },
    code: 'invalid_request',
    fields: ['cookies'],
  },
  {
    what: 'a user agent with a password',
    body: { ...linkedin(), credentials: { username: 'a', password: 'b', user_agent: 'c' } },
    code: 'invalid_request',
    fields: ['user_agent'],
  },
  {
    what: 'a port that is no number and an outdated encryption',
    body: {
      provider: 'imap',
      method: 'manual',
      credentials: {
        user: 'a@example.com',
        password: 'b',
        imap_host: 'imap.example.com',
        imap_port: 'imaps',
        imap_encryption: 'ssl3',
        smtp_host: 'smtp.example.com',
        smtp_port: '465',
        smtp_encryption: 'tls',
      },
    },
    code: 'invalid_request',
    fields: ['imap_port', 'imap_encryption'],
  },
  {
    what: 'an invalid return address',
    body: { provider: 'google', method: 'consent', returnTo: '/inbox' },
    code: 'invalid_request',
    fields: ['returnTo'],
  },
  {
    what: 'an unknown display',
    body: { provider: 'google', method: 'consent', display: 'hologram' },
    code: 'invalid_request',
    fields: ['display'],
  },
  {
    what: 'a consent page although the host has no public URL',
    body: { provider: 'google', method: 'consent' },
    code: 'invalid_setting',
  },
  {
    what: 'a provider for tests',
    body: { provider: 'mock', method: 'direct' },
    code: 'provider_not_allowed',
  },
  { what: 'an unknown account', body: { ...linkedin(), accountId: 'nobody' }, code: 'account_not_found' },
]

test.each([
  {
    what: 'a missing password',
    credentials: { username: 'a' },
    field: { name: 'password', code: 'required' },
  },
  {
    what: 'an unknown field',
    credentials: { username: 'a', password: 'b', pin: 'c' },
    field: { name: 'pin', code: 'unknown_member' },
  },
  {
    what: 'a name that no provider takes',
    credentials: { username: 'a'.repeat(1_500), password: 'b' },
    field: { name: 'username', code: 'too_long' },
  },
  {
    what: 'a password that no provider takes',
    credentials: { username: 'a', password: 'p'.repeat(1_025) },
    field: { name: 'password', code: 'too_long' },
  },
  {
    what: 'a very long password',
    credentials: { username: 'a', password: 'p'.repeat(9000) },
    field: { name: 'password', code: 'too_long' },
  },
  {
    what: 'cookies without the required one',
    method: 'cookies',
    credentials: { premium_access_token: 'AQ' },
    field: { name: 'cookies', code: 'cookie_missing', params: { cookie: 'li_at' } },
  },
])('$what is refused by a code', async ({ method = 'credentials', credentials, field }) => {
  const body = { provider: 'linkedin', method, credentials }
  expect((await host.as('anna').problem('POST', '/intents', body)).fields).toEqual([field])
})

test.each(badStarts)('a start with $what is $code', async ({ body, code, fields }) => {
  const problem = await host.as('anna').problem('POST', '/intents', body)
  expect(problem.code).toBe(code)
  if (fields) expect(problem.fields?.map(({ name }) => name)).toEqual(fields)
  expect(JSON.stringify(problem)).not.toContain('987654321')
  expect(host.upstream.calls).toEqual([])
})

test('a session that is limited to other providers cannot start', async () => {
  const problem = await host.as('anna', { providers: ['whatsapp'] }).problem('POST', '/intents', linkedin())
  expect(problem).toMatchObject({ code: 'provider_not_allowed', httpStatus: 403 })
})

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const authorization = `Bearer ${await host.handler.mintSession({ userId: 'anna' })}`
  return readProblem(
    await host.handler.fetch(
      new Request(`http://host.test/connect${path}`, {
        method: 'POST',
        body,
        headers: { authorization, ...headers },
      }),
    ),
  )
}

const json = { 'content-type': 'application/json' }

test.each([
  {
    what: 'a form',
    body: 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    code: 'unsupported_media_type',
  },
  {
    what: 'JSON with another content type',
    body: '{}',
    headers: { 'content-type': 'application/jsonx' },
    code: 'unsupported_media_type',
  },
  { what: 'half of a JSON text', body: '{"provider":', headers: json, code: 'invalid_json' },
  { what: 'nothing', body: '', headers: json, code: 'invalid_json' },
  {
    what: 'bytes that are not UTF-8',
    body: new Uint8Array([0x22, 0xff, 0x22]),
    headers: json,
    code: 'invalid_json',
  },
  { what: 'null', body: 'null', headers: json, code: 'invalid_request' },
  {
    what: 'lists within lists',
    body: `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    headers: json,
    code: 'invalid_request',
  },
  {
    what: 'a prototype',
    body: '{"provider":"whatsapp","method":"qr","__proto__":{"accountId":"x"}}',
    headers: json,
    code: 'invalid_request',
  },
  {
    what: 'a prototype for credentials',
    body: '{"provider":"linkedin","method":"credentials","credentials":{"username":"a","password":"b","__proto__":{}}}',
    headers: json,
    code: 'invalid_request',
  },
  { what: '2 MB', body: `"${'a'.repeat(2_000_000)}"`, headers: json, code: 'body_too_large' },
  {
    what: 'a key with a line break',
    body: JSON.stringify(linkedin()),
    headers: { ...json, 'idempotency-key': 'a b' },
    code: 'invalid_request',
  },
])('a body of $what is $code', async ({ body, headers, code }) => {
  expect((await post('/intents', body, headers)).code).toBe(code)
})

test.each(['/intents/%00', '/intents/%E0%A4%A', `/intents/${'x'.repeat(5000)}`])(
  '%s is no intent',
  async (path) => {
    expect((await host.as('anna').problem('GET', path)).code).toBe('intent_not_found')
  },
)

test.each(['/', '/intents/', '/intents/x/y', '/../connect'])('nothing is at %s', async (path) => {
  expect((await host.as('anna').problem('GET', path)).code).toBe('not_found')
})

test.each([
  { what: 'no member', body: {}, code: 'invalid_request' },
  { what: 'a number for an answer', body: { checkpoint: 'c', answer: 123456 }, code: 'invalid_request' },
  { what: 'an empty answer', body: { checkpoint: 'c', answer: '' }, code: 'invalid_request' },
  { what: 'an unknown member', body: { ...solution, intent: 'x' }, code: 'invalid_request' },
  { what: "another checkpoint's id", body: solution, code: 'checkpoint_passed' },
])('a solution with $what is $code', async ({ body, code }) => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const { id } = await anna.start()
  const problem = await anna.problem('POST', `/intents/${id}/solve`, body)
  expect(problem.code).toBe(code)
  expect(JSON.stringify(problem)).not.toContain('123456')
  expect(host.upstream.calls).toHaveLength(1)
})

test('an intent that has ended accepts no verb except a repeated cancel', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const intent = await anna.start()
  const canceled = await anna.intent('DELETE', `/intents/${intent.id}`)
  expect(canceled.step).toEqual({ type: 'canceled' })
  const body = { checkpoint: checkpointId(intent.step), answer: '1' }
  expect((await anna.problem('POST', `/intents/${intent.id}/solve`, body)).code).toBe('intent_ended')
  expect((await anna.problem('POST', `/intents/${intent.id}/resend`)).code).toBe('intent_ended')
  expect((await anna.problem('POST', `/intents/${intent.id}/challenge`, {})).code).toBe('intent_ended')
  expect((await anna.intent('DELETE', `/intents/${intent.id}`)).revision).toBe(canceled.revision)
})

describe('a repeated start', () => {
  test('returns the same intent, even while the first call is running', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const anna = host.as('anna')
    const [first, second] = await Promise.all([
      anna.start(linkedin(), 'key-1'),
      anna.start(linkedin(), 'key-1'),
    ])
    const third = await anna.start(linkedin(), 'key-1')
    expect(new Set([first.id, second.id, third.id]).size).toBe(1)
    expect(host.upstream.calls).toHaveLength(1)
    expect((await host.as('ben').start(linkedin(), 'key-1')).id).not.toBe(first.id)
    expect((await anna.start(linkedin())).id).not.toBe(first.id)
  })

  test('with something else under the same key is a conflict', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const anna = host.as('anna')
    await anna.start(linkedin(), 'key-1')
    const problem = await anna.problem('POST', '/intents', whatsapp, { 'idempotency-key': 'key-1' })
    expect(problem).toMatchObject({ code: 'idempotency_conflict', httpStatus: 409 })
  })
})

describe('another origin', () => {
  const preflight = (origin: string) =>
    host.handler.fetch(
      new Request('http://host.test/connect/intents', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,idempotency-key',
        },
      }),
    )

  test('may call if the host allows it, and can read problems too', async () => {
    const response = await preflight('https://app.example.com')
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key')
    const refused = await host
      .as('anna')
      .send('GET', '/nowhere', undefined, { origin: 'https://app.example.com' })
    expect(refused.status).toBe(404)
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('may not call otherwise', async () => {
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('a body that never ends is refused', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) })
    const request = new Request('http://host.test/connect/webhooks/unipile', {
      method: 'POST',
      body,
      duplex: 'half',
    })
    const answer = host.handler.fetch(request)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await readProblem(await answer)).toMatchObject({ code: 'body_too_slow', httpStatus: 408 })
  } finally {
    vi.useRealTimers()
  }
})

describe('behind node:http', () => {
  async function listen() {
    const server = createServer(toNodeListener(host.handler))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return {
      port: typeof address === 'object' && address ? address.port : 0,
      async [Symbol.asyncDispose]() {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      },
    }
  }

  test('stops reading a chunked body at the limit', async () => {
    await using server = await listen()
    const authorization = `Bearer ${await host.handler.mintSession({ userId: 'anna' })}`
    const status = await new Promise<number | undefined>((resolve) => {
      const request = httpRequest({
        port: server.port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/connect/intents',
        headers: { authorization, 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      })
      request.on('response', (response) => {
        resolve(response.statusCode)
        response.destroy()
      })
      request.on('error', () => {})
      for (let sent = 0; sent < 32; sent++) request.write('a'.repeat(65_536))
      request.end()
    })
    expect(status).toBe(413)
  })

  test('serves the wire', async () => {
    await using server = await listen()
    const response = await fetch(`http://127.0.0.1:${server.port}/connect/providers`, {
      headers: { authorization: `Bearer ${await host.handler.mintSession({ userId: 'anna' })}` },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
