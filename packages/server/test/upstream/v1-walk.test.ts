import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import { getRequestListener } from '@hono/node-server'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ConnectHandler, createConnectHandler } from '../../src/index.ts'
import { apiKey, linkedin, quick, sessionSecret, webhookSecret, whatsapp } from '../fixtures.ts'
import { Browser, readProblem } from '../test-host.ts'

/** The handler on API v1: its database, its waits and its webhook, in front of the sandbox's v1 side. */
let server: Server
let sandbox: Sandbox
let handler: ConnectHandler

beforeAll(async () => {
  server = createServer(getRequestListener((request) => handler.fetch(request)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  const url = `http://127.0.0.1:${address.port}/connect/webhooks/unipile`
  sandbox = await startSandbox({ port: 0, apiKey, webhook: { url, secret: webhookSecret, api: 'v1' } })
  handler = await createConnectHandler({
    apiKey,
    apiUrl: sandbox.url,
    upstreamApi: 'v1',
    database: { snapshot: new Blob([await readFile(inject('databaseSnapshot'))]) },
    sessionSecret,
    webhookSecret,
    logger: { info() {}, warn() {}, error() {} },
    timings: { ...quick, upstreamTimeoutMs: 5_000, resendSeconds: 0 },
  })
  // Opening the database is slow on a busy machine.
}, 60_000)
afterAll(async () => {
  await handler.close()
  await sandbox.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const anna = () => new Browser(handler, 'anna', undefined)
const phoneSchema = v.looseObject({ messages: v.array(v.looseObject({ code: v.string() })) })
const accountsSchema = v.looseObject({
  accounts: v.array(v.looseObject({ id: v.string(), name: v.string(), status: v.string() })),
})

async function phone(path: string, body: object): Promise<void> {
  const response = await fetch(`${sandbox.url}/phone${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
}

async function newestCode(name: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/phone?to=${encodeURIComponent(name)}`)
  return v.parse(phoneSchema, await response.json()).messages[0]?.code ?? 'none was sent'
}

async function accounts() {
  return v.parse(accountsSchema, await (await anna().send('GET', '/accounts')).json()).accounts
}

/** Unipile's ids, newest first, which browsers never see. */
async function upstreamIds(): Promise<string[]> {
  const response = await fetch(`${sandbox.url}/api/v1/accounts`, { headers: { 'x-api-key': apiKey } })
  const { items } = v.parse(
    v.looseObject({ items: v.array(v.looseObject({ id: v.string() })) }),
    await response.json(),
  )
  return items.map(({ id }) => id)
}

test('offers what API v1 can link, and refuses the rest', async () => {
  const response = await anna().send('GET', '/providers')
  const { providers } = v.parse(
    v.looseObject({
      providers: v.array(
        v.looseObject({ id: v.string(), methods: v.array(v.looseObject({ id: v.string() })) }),
      ),
    }),
    await response.json(),
  )
  expect(providers.map(({ id, methods }) => [id, ...methods.map((method) => method.id)])).toEqual([
    ['linkedin', 'credentials', 'cookies'],
    ['whatsapp', 'qr', 'pairing_code'],
    ['instagram', 'credentials'],
    ['telegram', 'qr'],
    ['facebook', 'credentials'],
    ['twitter', 'credentials'],
    ['imap', 'password', 'manual'],
  ])
  const refused = await anna().send('POST', '/intents', { provider: 'google', method: 'consent' })
  expect(await readProblem(refused)).toMatchObject({
    code: 'unknown_method',
    detail: expect.stringContaining('upstreamApi'),
  })
})

test('links LinkedIn with a code, which may be wrong once and sent again', async () => {
  const name = 'otp.lena@sandbox.test'
  const asked = await anna().start(linkedin(name))
  expect(asked.step).toMatchObject({ type: 'otp' })
  const wrong = await anna().solve(asked, '000')
  expect(wrong.step).toMatchObject({ type: 'otp', error: { code: 'invalid_code' } })
  const early = await anna().problem('POST', `/intents/${asked.id}/resend`)
  expect(early).toMatchObject({ code: 'resend_too_soon' })
  const linked = await anna().solve(asked, await newestCode(name))
  expect(linked.step).toMatchObject({
    type: 'linked',
    account: { provider: 'linkedin', name: 'Lena Sandbox', status: 'running' },
  })
})

test('links WhatsApp by a scan that no call reports', async () => {
  const asked = await anna().start(whatsapp)
  if (asked.step.type !== 'qr') throw new Error('No QR code.')
  const lifetime = Date.parse(asked.step.expiresAt) - Date.parse(asked.serverTime)
  expect(lifetime).toBeGreaterThan(250_000)
  await phone('/scan', { qrcode: asked.step.qrcode, as: 'plain.wim' })
  await expect
    .poll(async () => (await anna().read(asked.id)).step)
    .toMatchObject({
      type: 'linked',
      account: { provider: 'whatsapp', name: 'Wim Sandbox' },
    })
})

test('a fresh QR code is the one to scan', async () => {
  const asked = await anna().start(whatsapp)
  const fresh = await anna().intent('POST', `/intents/${asked.id}/challenge`, {})
  if (fresh.step.type !== 'qr') throw new Error('No QR code.')
  await phone('/scan', { qrcode: fresh.step.qrcode, as: 'plain.fred' })
  await expect
    .poll(async () => (await anna().read(asked.id)).step)
    .toMatchObject({
      type: 'linked',
      account: { name: 'Fred Sandbox' },
    })
})

test('links by the pairing code that is entered on the phone, and the first one no longer works', async () => {
  const start = { provider: 'whatsapp', method: 'pairing_code', credentials: { phone: '+33 6 12 34 56 78' } }
  const asked = await anna().start(start)
  if (asked.step.type !== 'show') throw new Error('No code.')
  const { show, id } = asked.step
  expect(show).toMatchObject({ kind: 'code', value: expect.stringMatching(/^\w{4}-\w{4}$/) })
  expect(Date.parse(show.expiresAt ?? '')).toBeGreaterThan(Date.now())
  const fresh = await anna().intent('POST', `/intents/${asked.id}/challenge`, {})
  if (fresh.step.type !== 'show') throw new Error('No new code.')
  expect(fresh.step.id).toBe(id)
  expect(fresh.step.show.value).not.toBe(show.value)
  const typed = fresh.step.show.value.replace('-', '').toLowerCase()
  await phone('/scan', { qrcode: typed, as: 'plain.paul' })
  await expect
    .poll(async () => (await anna().read(asked.id)).step)
    .toMatchObject({ type: 'linked', account: { provider: 'whatsapp', name: 'Paul Sandbox' } })
})

test('a pairing needs a phone number with its country code', async () => {
  for (const phone of ['0612345678', 'my phone', '+33 6']) {
    const start = { provider: 'whatsapp', method: 'pairing_code', credentials: { phone } }
    expect(await anna().problem('POST', '/intents', start)).toMatchObject({
      code: 'invalid_request',
      fields: [{ name: 'phone', code: 'invalid' }],
    })
  }
})

test('links by an approval on the phone', async () => {
  const asked = await anna().start(linkedin('in-app.ida@sandbox.test'))
  expect(asked.step.type).toBe('in_app')
  await phone('/approve', { to: 'in-app.ida@sandbox.test', approve: true })
  await expect.poll(async () => (await anna().read(asked.id)).step.type).toBe('linked')
})

test('receives that an account lost its session, and reconnects it', async () => {
  await anna().start(linkedin('plain.rena@sandbox.test'))
  const [upstreamId = ''] = await upstreamIds()
  const rena = async () => (await accounts()).find(({ name }) => name === 'Rena Sandbox')
  const account = await rena()
  await phone(`/accounts/${upstreamId}`, { status: 'disconnected' })
  await expect.poll(() => rena()).toMatchObject({ status: 'disconnected' })

  const again = { ...linkedin('plain.rena@sandbox.test'), accountId: account?.id }
  expect((await anna().start(again)).step).toMatchObject({
    type: 'relinked',
    account: { id: account?.id, status: 'running' },
  })
})

test('an account that Unipile has stopped runs again without its owner', async () => {
  await anna().start(linkedin('plain.stan@sandbox.test'))
  const [upstreamId = ''] = await upstreamIds()
  await phone(`/accounts/${upstreamId}`, { status: 'errored', reason: 'stopped' })
  const stan = async () => (await accounts()).find(({ name }) => name === 'Stan Sandbox')
  const statusThere = async () => {
    const response = await fetch(`${sandbox.url}/api/v1/accounts/${upstreamId}`, {
      headers: { 'x-api-key': apiKey },
    })
    return response.json()
  }
  await expect.poll(statusThere).toMatchObject({ sources: [{ status: 'OK' }] })
  await expect.poll(stan).toMatchObject({ status: 'running' })
})

test('asks the user to wait while another sign-in is in progress', async () => {
  const start = linkedin('in-progress.pia@sandbox.test')
  expect((await anna().problem('POST', '/intents', start)).code).toBe('sign_in_in_progress')
  expect((await anna().start(start)).step.type).toBe('linked')
})

test.each([
  ['a wrong secret', { 'unipile-auth': 'guessed' }],
  ['none', {}],
])('refuses a webhook with %s', async (_, headers) => {
  const [upstreamId = ''] = await upstreamIds()
  const refused = await handler.fetch(
    new Request('http://host.test/connect/webhooks/unipile', {
      method: 'POST',
      headers,
      body: JSON.stringify({
        AccountStatus: { account_id: upstreamId, account_type: 'LINKEDIN', message: 'DELETED' },
      }),
    }),
  )
  expect(await readProblem(refused)).toMatchObject({ code: 'webhook_invalid', httpStatus: 401 })
})
