import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createConnectClient } from '@connect-account/core/client'
import type { ConnectTransport } from '@connect-account/core/protocol'
import { type SandboxOptions, startSandbox } from '@connect-account/sandbox'
import { type ConnectHandler, type ConnectSettings, createConnectHandler } from '@connect-account/server'
import { getRequestListener } from '@hono/node-server'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file with a migrated, empty embedded database. */
    databaseSnapshot: string
  }
}

/** The real handler on a real database, in front of the real sandbox, called by the real client over HTTP. */
export interface Host {
  readonly url: string
  readonly sandboxUrl: string
  /** Returns a session token of a user. */
  session(userId: string): Promise<string>
  /** Returns the browser's client of a user. */
  client(userId: string): Promise<ConnectTransport>
  /** Moves the handler's clock forward, but not the sandbox's. */
  advance(milliseconds: number): void
  close(): Promise<void>
}

const API_KEY = 'every-way-key'
const WEBHOOK_SECRET = 'every-way-webhook-secret'

export interface HostOptions {
  /** Default: as in production, with short delays. */
  readonly timings?: ConnectSettings['timings']
  readonly sandboxTimings?: SandboxOptions['timings']
  /** Called before each request. A promise delays the request. */
  readonly beforeRequest?: (request: Request) => Promise<void> | undefined
}

export async function startHost(options: HostOptions = {}): Promise<Host> {
  let ahead = 0
  let connect: ConnectHandler | undefined
  const server = createServer(
    getRequestListener(async (request) => {
      await options.beforeRequest?.(request)
      return connect?.fetch(request) ?? new Response(null, { status: 503 })
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const sandbox = await startSandbox({
    port: 0,
    apiKey: API_KEY,
    webhook: { url: `${url}/connect/webhooks/unipile`, secret: WEBHOOK_SECRET },
    timings: { slowMs: 100, silenceMs: 3000, rateLimitSeconds: 1, syncMs: 50, ...options.sandboxTimings },
  })
  const handler = await createConnectHandler({
    apiKey: API_KEY,
    apiUrl: sandbox.url,
    database: { snapshot: new Blob([await readFile(inject('databaseSnapshot'))]) },
    sessionSecret: 'a-session-secret-of-at-least-32-characters',
    webhookSecret: WEBHOOK_SECRET,
    publicUrl: url,
    allowPrivateMailHosts: true,
    rateLimits: false,
    timings: { pollEveryMs: 20, upstreamTimeoutMs: 2000, ...options.timings },
    logger: { info() {}, warn() {}, error() {} },
    now: () => Date.now() + ahead,
  })
  connect = handler
  const session = (userId: string) => handler.mintSession({ userId, providers: [...everyProvider] })

  return {
    url,
    sandboxUrl: sandbox.url,
    session,
    async client(userId) {
      return createConnectClient({ session: () => session(userId), baseUrl: `${url}/connect` })
    },
    advance(milliseconds) {
      ahead += milliseconds
    },
    async close() {
      await handler.close()
      await sandbox.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** `mock` is offered only to sessions that name it. */
const everyProvider = [
  'linkedin',
  'whatsapp',
  'instagram',
  'telegram',
  'facebook',
  'twitter',
  'google_messages',
  'google',
  'outlook',
  'imap',
  'mock',
] as const
