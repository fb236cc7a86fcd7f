import { createHmac } from 'node:crypto'
import { createConnectClient } from '@connect-account/core/client'
import {
  type ConnectTransport,
  type Intent,
  isOutcome,
  Secret,
  type WatchStatus,
} from '@connect-account/core/protocol'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { createSessionTokens } from '../../src/session/session-tokens.ts'
import { createSignedTokens } from '../../src/tokens/signed-tokens.ts'
import { sessionSecret, webhookSecret } from '../fixtures.ts'
import { readProblem } from '../test-host.ts'
import { OPEN_STREAMS_HEADER } from './count-streams.ts'
import { foreignOrigin, type MountedHost } from './mounted-host.ts'

const tokens = createSessionTokens(createSignedTokens('session', [sessionSecret], Date.now), Date.now)
const phoneSchema = v.object({ messages: v.array(v.object({ code: v.string() })) })

/** What every framework has to forward, tested through its own server with the real client. */
export function smokeTests(start: () => Promise<MountedHost>, startTimeout = 60_000): void {
  let host: MountedHost
  beforeAll(async () => {
    host = await start()
    return () => host.close()
  }, startTimeout)

  test('links an account with a code', async () => {
    const client = await clientOf('anna')
    const otp = await startLinkedIn(client, 'otp.anna@sandbox.test')
    expect(otp.step.type).toBe('otp')
    const linked = await solve(client, otp, await codeFor('otp.anna@sandbox.test'))
    expect(linked.step).toMatchObject({ type: 'linked', account: { provider: 'linkedin' } })
  })

  test('reports an approval as it happens', async () => {
    const persona = 'in-app.bea@sandbox.test'
    const client = await clientOf('bea')
    const asked = await startLinkedIn(client, persona)
    expect(asked.step.type).toBe('in_app')
    const watched = watch(client, asked)
    await expect.poll(() => watched.statuses).toEqual(['live'])
    await callPhone('/approve', { to: persona, approve: true })
    expect((await watched.end).step.type).toBe('linked')
    expect(watched.statuses).toEqual(['live'])
  })

  test('reports a scan as it happens', async () => {
    const client = await clientOf('carl')
    const shown = await client.startIntent({ provider: 'whatsapp', method: 'qr', idempotencyKey: 'scan' })
    if (shown.step.type !== 'qr') throw new Error(`No code to scan: ${shown.step.type}`)
    const watched = watch(client, shown)
    await expect.poll(() => watched.statuses).toEqual(['live'])
    await callPhone('/scan', { qrcode: shown.step.qrcode, as: 'plain.carl@sandbox.test' })
    expect((await watched.end).step.type).toBe('linked')
    expect(watched.statuses).toEqual(['live'])
  })

  test('neither compresses nor caches a stream, and releases it when its reader disconnects', async () => {
    const before = await openStreams()
    const client = await clientOf('dora')
    const { id } = await startLinkedIn(client, 'otp.dora@sandbox.test')
    const leaving = new AbortController()
    const response = await fetch(`${host.url}/connect/intents/${id}/events`, {
      headers: {
        authorization: `Bearer ${await tokens.mint({ userId: 'dora' })}`,
        'accept-encoding': 'gzip',
      },
      signal: leaving.signal,
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    await response.body?.getReader().read()
    expect(await openStreams()).toBe(before + 1)
    leaving.abort()
    await expect.poll(() => openStreams()).toBe(before)
  })

  test('passes the exact bytes of a webhook', async () => {
    // Parsing and serializing this changes its bytes.
    const body = '{ "type":  "account.unheard_of",\n  "id": "evt_\\u0031" }'
    expect((await deliver(body, webhookSecret)).status).toBe(200)
    expect(await readProblem(await deliver(body, 'another secret'))).toMatchObject({
      httpStatus: 401,
      code: 'webhook_invalid',
    })
  })

  test('forwards paths, methods, problems and preflights', async () => {
    expect(await readProblem(await fetch(`${host.url}/connect/no/such?thing=1`))).toMatchObject({
      httpStatus: 404,
      code: 'not_found',
    })
    expect(await readProblem(await fetch(`${host.url}/connect/accounts`, { method: 'PATCH' }))).toMatchObject(
      {
        httpStatus: 405,
        code: 'method_not_allowed',
      },
    )
    const client = await clientOf('emil')
    const { id } = await startLinkedIn(client, 'otp.emil@sandbox.test')
    expect((await client.cancel(id)).step.type).toBe('canceled')
    const preflight = await fetch(`${host.url}/connect/intents`, {
      method: 'OPTIONS',
      headers: { origin: foreignOrigin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(foreignOrigin)
  })

  async function clientOf(userId: string): Promise<ConnectTransport> {
    return createConnectClient({
      session: await tokens.mint({ userId }),
      baseUrl: `${host.url}/connect`,
    })
  }

  async function codeFor(persona: string): Promise<string> {
    const response = await fetch(`${host.sandboxUrl}/phone?to=${encodeURIComponent(persona)}`, {
      headers: { accept: 'application/json' },
    })
    const { messages } = v.parse(phoneSchema, await response.json())
    const [message] = messages
    if (!message) throw new Error(`No message reached ${persona}.`)
    return message.code
  }

  async function callPhone(path: string, body: object): Promise<void> {
    const response = await fetch(`${host.sandboxUrl}/phone${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }

  async function openStreams(): Promise<number> {
    const { headers } = await fetch(`${host.url}/connect/how-many`)
    return Number(headers.get(OPEN_STREAMS_HEADER))
  }

  function deliver(body: string, secret: string): Promise<Response> {
    return fetch(`${host.url}/connect/webhooks/unipile`, signedWebhook(body, secret))
  }
}

/** A webhook as Unipile signs it. */
export function signedWebhook(body: string, secret: string): RequestInit {
  const time = Math.floor(Date.now() / 1000)
  const hmac = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'unipile-signature': `t=${time},v0=${hmac}` },
    body,
  }
}

function startLinkedIn(client: ConnectTransport, username: string): Promise<Intent> {
  return client.startIntent({
    provider: 'linkedin',
    method: 'credentials',
    credentials: new Secret({ username, password: 'pass-word-1' }),
    idempotencyKey: username,
  })
}

function solve(client: ConnectTransport, { id, step }: Intent, code: string): Promise<Intent> {
  if (!('id' in step)) throw new Error(`No checkpoint: ${step.type}`)
  return client.solve(id, { checkpoint: step.id, answer: new Secret(code) })
}

/** Watches to the end; `statuses` has `live` only if the stream arrives. */
function watch(client: ConnectTransport, { id }: Intent) {
  const statuses: WatchStatus[] = []
  const end = new Promise<Intent>((resolve, reject) => {
    client.watch(id, {
      onStatus: (status) => statuses.push(status),
      onIntent(intent) {
        if (isOutcome(intent.step)) resolve(intent)
      },
      onError: reject,
    })
  })
  return { statuses, end }
}
