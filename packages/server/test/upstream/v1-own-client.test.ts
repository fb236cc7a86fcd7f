import { createServer, type Server } from 'node:http'
import type { Intent } from '@connect-account/core/protocol'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import { passConsent } from '@connect-account/sandbox/testing'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkOAuthClients } from '../../src/cli/checks/check-oauth-clients.ts'
import { readEnvironment } from '../../src/cli/environment.ts'
import { createConnectHandler } from '../../src/index.ts'
import { returnTokenOf } from '../consent-return.ts'
import { apiKey, sessionSecret, webhookSecret } from '../fixtures.ts'
import type { Reply } from '../scripted-upstream.ts'
import { startTestHost, type TestHost } from '../test-host.ts'

/** Google and Outlook under API v1, by the host's own OAuth clients at the sandbox's authorization server. */

let server: Server
let sandbox: Sandbox
let host: TestHost
let time = Date.now()

const secretOf = (provider: string) => `the-client-secret-of-${provider}-for-tests`
const consentOf = (provider: string, more: object = {}) => ({ provider, method: 'consent', ...more })
const anna = () => host.as('anna')

beforeAll(async () => {
  server = createServer(getRequestListener((request) => host.handler.fetch(request)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  const publicUrl = `http://localhost:${address.port}`
  const clientOf = (provider: string) => ({
    clientId: `client-of-${provider}`,
    clientSecret: secretOf(provider),
  })
  const back = (provider: string) => ({
    ...clientOf(provider),
    redirectUri: `${publicUrl}/connect/oauth/callback/${provider}`,
  })
  sandbox = await startSandbox({
    port: 0,
    apiKey,
    oauthClients: { google: back('google'), outlook: back('outlook') },
  })
  const issuer = `${sandbox.url}/oauth`
  host = await startTestHost({
    upstreamApi: 'v1',
    now: () => time,
    publicUrl,
    oauthClients: {
      google: { ...clientOf('google'), issuer },
      outlook: { ...clientOf('outlook'), issuer },
    },
    timings: { returnMinutes: 5, upstreamTimeoutMs: 5_000 },
  })
}, 60_000)
afterAll(async () => {
  await host.close()
  await sandbox.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(async () => {
  time = Date.now()
  await host.reset()
  host.upstream.script = forward
  for (const id of await idsThere()) await call('DELETE', `/api/v1/accounts/${id}`)
  host.upstream.calls.length = 0
})

async function call(method: string, path: string, body?: object): Promise<Reply> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    ...(body && method !== 'GET' ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, json: await response.json() }
}

/** Unipile: the sandbox, which a test can look in on. */
const forward = ({ method, path, body }: { method: string; path: string; body: object }) =>
  call(method, path, body)

async function idsThere(): Promise<string[]> {
  const { items } = JSON.parse(JSON.stringify(await call('GET', '/api/v1/accounts'))).json
  return items.map(({ id }: { id: string }) => id)
}

function consentUrl({ step }: Intent): string {
  if (step.type !== 'consent') throw new Error(`No consent: ${JSON.stringify(step)}`)
  return step.url
}

const starts = () =>
  host.upstream.calls.filter(({ method, path }) => method === 'POST' && /\/accounts(\/\w+)?$/.test(path))
const confirm = (intent: Intent, token: string, as = anna()) =>
  as.intent('POST', `/intents/${intent.id}/return`, { token })

/** Consents as this person and confirms with the session of the intent's user. */
async function link(provider: string, name: string, more: object = {}): Promise<Intent> {
  const intent = await anna().start(consentOf(provider, more))
  return confirm(intent, await returnTokenOf(await passConsent(consentUrl(intent), name)))
}

test('asks with PKCE, a state, a nonce and the registered address', async () => {
  const intent = await anna().start(consentOf('google', { loginHint: 'anna@example.com' }))
  const url = new URL(consentUrl(intent))
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: 'client-of-google',
    response_type: 'code',
    redirect_uri: expect.stringMatching(/\/connect\/oauth\/callback\/google$/),
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringContaining('.'),
    scope: expect.stringContaining('gmail.modify'),
    access_type: 'offline',
    login_hint: 'anna@example.com',
  })
  expect(url.href).not.toContain(secretOf('google'))
  const other = new URL(consentUrl(await anna().start(consentOf('google'))))
  for (const name of ['code_challenge', 'nonce', 'state']) {
    expect(other.searchParams.get(name)).not.toBe(url.searchParams.get(name))
  }
})

test.each([
  ['google', 'GOOGLE_OAUTH', {}],
  [
    'outlook',
    'OUTLOOK',
    { id: expect.stringMatching(/^[\da-f-]{36}$/), username: 'plain.anna@sandbox.test' },
  ],
])('links %s with tokens that only Unipile gets', async (provider, type, more) => {
  const linked = await link(provider, 'plain.anna@sandbox.test')
  expect(linked.step).toMatchObject({ type: 'linked', account: { provider, name: 'Anna Sandbox' } })
  expect(starts()).toEqual([
    expect.objectContaining({
      path: '/api/v1/accounts',
      body: {
        provider: type,
        access_token: expect.stringMatching(/./),
        refresh_token: expect.stringMatching(/./),
        ...more,
      },
    }),
  ])
  const tokens = [starts()[0]?.body.access_token, starts()[0]?.body.refresh_token].map(String)
  const kept = `${await everythingStored()} ${host.log.join(' ')}`
  for (const secret of [...tokens, secretOf(provider)]) expect(kept).not.toContain(secret)
})

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const tables = await host.database.query(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  )
  const rows = await Promise.all(tables.map(({ name }) => host.database.query(`select * from "${name}"`)))
  const text = JSON.stringify(rows)
  expect(text).toContain('Anna Sandbox')
  return text
}

test('links nothing for a browser that does not confirm, and removes what Unipile has', async () => {
  const intent = await anna().start(consentOf('google'))
  // Ben was sent the address of Anna's consent page.
  const token = await returnTokenOf(await passConsent(consentUrl(intent), 'plain.ben@sandbox.test'))
  const refused = await host.as('ben').problem('POST', `/intents/${intent.id}/return`, { token })
  expect(refused.code).toBe('intent_not_found')
  expect((await anna().problem('POST', `/intents/${intent.id}/return`, { token: 'x'.repeat(22) })).code).toBe(
    'return_invalid',
  )
  expect(await idsThere()).toHaveLength(1)
  time += 6 * 60_000
  const other = await host.another()
  await expect.poll(idsThere).toEqual([])
  expect((await anna().read(intent.id)).step).toMatchObject({
    type: 'failed',
    error: { code: 'consent_unconfirmed' },
  })
  expect(await host.database.query('select 1 from connect_accounts')).toEqual([])
  await other.close()
})

/** The address that the browser returns to, before it is visited. */
async function returnAddress(intent: Intent, name = 'plain.anna@sandbox.test'): Promise<URL> {
  let address: string | undefined
  const { fetch: real } = globalThis
  globalThis.fetch = async (input, init) => {
    if (!String(input).includes('/oauth/callback/')) return real(input, init)
    address = String(input)
    return new Response()
  }
  try {
    await passConsent(consentUrl(intent), name)
  } finally {
    globalThis.fetch = real
  }
  if (!address) throw new Error('The consent did not return.')
  return new URL(address)
}
const visit = (url: URL) => host.handler.fetch(new Request(url))

test('counts a return once, at its own address, with its own state and code', async () => {
  const first = await anna().start(consentOf('google'))
  const second = await host.as('ben').start(consentOf('google'))
  const url = await returnAddress(first)

  const elsewhere = new URL(url.href.replace('/callback/google', '/callback/outlook'))
  expect((await visit(elsewhere)).status).toBe(400)
  const forged = new URL(url)
  forged.searchParams.set('state', 'guessed')
  expect((await visit(forged)).status).toBe(400)

  // A code that was given to somebody else's request.
  const injected = new URL(await returnAddress(second, 'plain.ben@sandbox.test'))
  injected.searchParams.set('code', url.searchParams.get('code') ?? '')
  await visit(injected)
  expect((await host.as('ben').read(second.id)).step).toMatchObject({
    type: 'failed',
    error: { code: 'consent_failed' },
  })
  expect(starts()).toEqual([])

  const third = await anna().start(consentOf('google'))
  const good = await returnAddress(third)
  expect((await visit(good)).status).toBe(200)
  expect((await visit(good)).status).toBe(400)
  expect(starts()).toHaveLength(1)
})

test('a consent that was denied, or came after a cancel, gives Unipile nothing', async () => {
  const denied = await anna().start(consentOf('google'))
  await passConsent(consentUrl(denied), 'plain.anna@sandbox.test', 'deny')
  expect((await anna().read(denied.id)).step).toMatchObject({
    type: 'failed',
    error: { code: 'consent_denied' },
  })
  const canceled = await anna().start(consentOf('google'))
  const url = await returnAddress(canceled)
  await anna().send('DELETE', `/intents/${canceled.id}`)
  await visit(url)
  expect((await anna().read(canceled.id)).step.type).toBe('canceled')
  expect(starts()).toEqual([])
})

test.each([
  ['restricted.eve', 'account_restricted'],
  ['duplicate.dan', 'account_exists'],
])('%s ends as %s', async (name, code) => {
  const intent = await anna().start(consentOf('google'))
  await passConsent(consentUrl(intent), `${name}@sandbox.test`)
  expect((await anna().read(intent.id)).step).toMatchObject({ type: 'failed', error: { code } })
})

test('reconnects the same mailbox, and no other', async () => {
  const linked = await link('outlook', 'plain.anna@sandbox.test')
  if (linked.step.type !== 'linked') throw new Error('Not linked.')
  const { id: accountId } = linked.step.account
  const [there] = await idsThere()
  expect((await link('outlook', 'plain.anna@sandbox.test', { accountId })).step).toMatchObject({
    type: 'relinked',
    account: { id: accountId },
  })
  expect(starts().at(-1)?.path).toBe(`/api/v1/accounts/${there}`)

  const other = await anna().start(consentOf('outlook', { accountId }))
  await passConsent(consentUrl(other), 'plain.ben@sandbox.test')
  expect((await anna().read(other.id)).step).toMatchObject({
    type: 'failed',
    error: { code: 'account_mismatch' },
  })
  expect(await idsThere()).toEqual([there])
})

test.each([
  ['the right client', {}, 'passed', 'google and outlook: accepted'],
  ['a wrong secret', { OUTLOOK_CLIENT_SECRET: 'another' }, 'failed', 'outlook: the client id or its secret'],
  ['no server', { GOOGLE_ISSUER: 'http://localhost:9' }, 'failed', 'google: the authorization server'],
  ['API v2', { UNIPILE_API_VERSION: 'v2' }, 'skipped', 'clients of its own'],
])('doctor checks the clients: %s', async (_, env, status, detail) => {
  const issuer = `${sandbox.url}/oauth`
  const finding = await checkOAuthClients(
    readEnvironment({
      UNIPILE_API_VERSION: 'v1',
      PUBLIC_URL: 'http://localhost:4310',
      GOOGLE_CLIENT_ID: 'client-of-google',
      GOOGLE_CLIENT_SECRET: secretOf('google'),
      GOOGLE_ISSUER: issuer,
      OUTLOOK_CLIENT_ID: 'client-of-outlook',
      OUTLOOK_CLIENT_SECRET: secretOf('outlook'),
      OUTLOOK_ISSUER: issuer,
      ...env,
    }),
  )
  expect(finding).toMatchObject({ status, detail: expect.stringContaining(detail) })
})

test.each([
  ['v2', { clientId: 'c', clientSecret: 's' }, 'API v2 has OAuth clients of its own'],
  ['v1', { clientId: 'c', clientSecret: '' }, 'clientSecret: missing'],
  ['v1', { clientId: 'c', clientSecret: 's', issuer: 'http://idp.example' }, 'issuer: not an https URL'],
  ['v1', { clientId: 'c', clientSecret: 's', scope: ['x'] }, 'Did you mean oauthClients.google.scopes?'],
] as const)('under %s refuses %j', async (upstreamApi, google, message) => {
  const settings = { apiKey, apiUrl: host.upstream.url, database: 'memory://', sessionSecret, webhookSecret }
  await expect(
    createConnectHandler({ ...settings, upstreamApi, oauthClients: { google } }),
  ).rejects.toMatchObject({ code: 'invalid_setting', detail: expect.stringContaining(message) })
})
