import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { startSandbox } from '@connect-account/sandbox'
import { type SandboxPhone, sandboxPhone } from '@connect-account/sandbox/testing'
import { type ConnectHandler, createConnectHandler } from '@connect-account/server'
import { toNodeListener } from '@connect-account/server/node'
import pg from 'pg'
import { until } from '../until.ts'
import { Caller } from './caller.ts'
import { startUpstreamRelay, type UpstreamRelay } from './upstream-relay.ts'
import { startWebhookRelay, type WebhookRelay } from './webhook-relay.ts'

/** How a host differs from the usual one: API v2, with webhooks, fifteen minutes per intent. */
export interface HostVariant {
  readonly api?: 'v1' | 'v2'
  readonly webhooks?: boolean
  readonly intentSeconds?: number
  readonly heartbeatMs?: number
  /** How long a consent may wait to be confirmed. */
  readonly returnSeconds?: number
}

/** A host that is attacked. It has the default rate limits. */
export interface Host {
  readonly url: string
  readonly handler: ConnectHandler
  readonly upstream: UpstreamRelay
  readonly webhooks: WebhookRelay
  readonly phone: SandboxPhone
  /** The names of the callbacks that were called, each with the user and what it said. */
  readonly callbacks: string[]
  as(userId: string): Promise<Caller>
  /** Somebody without a session. */
  readonly stranger: Caller
  /** How many event streams it serves. */
  openStreams(): number
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Posts an event to the webhook endpoint, signed with this secret. */
  deliver(event: object, secret?: string): Promise<number>
  /** Resolves with this person's account at the provider when its webhook has been applied. */
  confirmed(signInName: string): Promise<string>
  close(): Promise<void>
}

export const API_KEY = 'attacked-api-key'
export const SESSION_SECRET = 'the-session-secret-of-the-host-under-attack'
const WEBHOOK_SECRET = 'the-webhook-secret-of-the-host-under-attack'

export async function startHost(variant: HostVariant, postgresUrl: string, database: string): Promise<Host> {
  const { api = 'v2', webhooks: hasWebhooks = true } = variant
  const { intentSeconds = 900, heartbeatMs = 15_000, returnSeconds = 600 } = variant
  let listener: RequestListener = (_, response) => response.writeHead(503).end()
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/events')) {
      streams.add(response)
      response.once('close', () => streams.delete(response))
    }
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The host has no port.')
  const url = `http://localhost:${address.port}`
  const webhooks = await startWebhookRelay(url)
  const sandbox = await startSandbox({
    port: 0,
    apiKey: API_KEY,
    timings: { webhookRetriesMs: [200, 400, 800], resendSeconds: 1, syncMs: 100 },
    ...(hasWebhooks && {
      webhook: { url: `${webhooks.url}/connect/webhooks/unipile`, secret: WEBHOOK_SECRET, api },
    }),
  })
  const upstream = await startUpstreamRelay(sandbox.url)
  const databaseUrl = await createDatabase(postgresUrl, database)
  const phone = sandboxPhone(sandbox.url)
  const callbacks: string[] = []
  const note = (name: string) => (event: object) => void callbacks.push(`${name} ${JSON.stringify(event)}`)
  const handler = await createConnectHandler({
    apiKey: API_KEY,
    apiUrl: upstream.url,
    upstreamApi: api,
    database: databaseUrl,
    sessionSecret: SESSION_SECRET,
    publicUrl: url,
    ...(hasWebhooks && { webhookSecret: WEBHOOK_SECRET }),
    on: {
      accountLinked: note('accountLinked'),
      accountRelinked: note('accountRelinked'),
      accountRestricted: note('accountRestricted'),
    },
    links: {
      page: { html: '<!doctype html><title>Hosted page</title>', assets: {} },
      ownerOf: (userId) => ({ name: userId }),
      brand: { name: 'Tidewater' },
    },
    timings: {
      intentMinutes: intentSeconds / 60,
      returnMinutes: returnSeconds / 60,
      pollEveryMs: 200,
      confirmSeconds: 0.3,
      heartbeatMs,
    },
    logger: { info() {}, warn() {}, error() {} },
  })
  listener = toNodeListener(handler)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const query: Host['query'] = async (text, values) => (await pool.query(text, values)).rows

  let delivered = 0
  return {
    url,
    handler,
    upstream,
    webhooks,
    phone,
    callbacks,
    as: async (userId) => new Caller(`${url}/connect`, await handler.mintSession({ userId })),
    stranger: new Caller(`${url}/connect`),
    openStreams: () => streams.size,
    query,
    async deliver(event, secret = WEBHOOK_SECRET) {
      const sent = { id: `evt_attack_${++delivered}`, created_at: new Date().toISOString(), ...event }
      const body = JSON.stringify(sent)
      const time = Math.floor(Date.now() / 1000)
      const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
      const response = await fetch(`${url}/connect/webhooks/unipile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'unipile-signature': `t=${time},v0=${signature}` },
        body,
      })
      return response.status
    },
    async confirmed(signInName) {
      const { id } = await phone.account(signInName)
      await until(`the webhook of ${id} is applied`, async () => {
        if (!webhooks.hasDelivered(id)) return false
        // Other events wait for an account that may never be linked.
        const [row] = await query(
          `select count(*)::int as open from connect_webhook_events
           where processed_at is null and type in ('account.add', 'account.reconnect')`,
        )
        return row?.open === 0
      })
      return id
    },
    async close() {
      await handler.close()
      await pool.end()
      server.close()
      server.closeAllConnections()
      await upstream.close()
      await webhooks.close()
      await sandbox.close()
    },
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const admin = new pg.Client(serverUrl)
  await admin.connect()
  await admin.query(`create database ${pg.escapeIdentifier(name)}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
