import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { providerCatalogue, testProviders } from '@connect-account/core/catalogue'
import { hostedPage } from '@connect-account/hosted'
import { EXTENSION_ORIGIN } from '@connect-account/linkedin-extension/identity'
import { startSandbox } from '@connect-account/sandbox'
import { createConnectHandler } from '@connect-account/server'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { takeDataFolder } from './data-folder.ts'
import { createDemoApp } from './demo-app.ts'
import { SettingError, type Settings } from './settings.ts'

export interface DemoServer {
  readonly url: string
  readonly phoneUrl: string | undefined
  readonly server: Server
  /** Ends every stream, wait and connection, and releases the data folder. */
  close(): Promise<void>
}

const site = fileURLToPath(new URL('../../demo/dist', import.meta.url))
const SANDBOX_KEY = 'sandbox-key'
/** The demo's own OAuth clients at the sandbox, which knows nobody else. */
const oauthClients = {
  google: { clientId: 'demo-at-google', clientSecret: 'the-secret-of-the-demo-at-google' },
  outlook: { clientId: 'demo-at-outlook', clientSecret: 'the-secret-of-the-demo-at-outlook' },
}
/** How long after a code the sandbox sends the next one. */
const RESEND_SECONDS = 5
/**
 * How long an idle connection is kept, in milliseconds: longer than callers and proxies keep one (usually a
 * minute), so that the server never closes it while a request is being sent.
 */
const KEEP_ALIVE = 75_000

/**
 * Starts the demo: the handler with its database, the built site on the same origin, and the sandbox beside
 * it unless a Unipile key is set. Rejects with `SettingError` if a setting is invalid.
 */
export async function startDemoServer(settings: Settings, log: (line: string) => void): Promise<DemoServer> {
  // In reverse order: what was opened last is closed first.
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  }

  try {
    let answer: (request: Request) => Response | Promise<Response> = () =>
      Response.json({ ok: false }, { status: 503, headers: { 'retry-after': '1' } })
    const server = createServer(getRequestListener((request) => answer(request)))
    server.keepAliveTimeout = KEEP_ALIVE
    const port = await listen(server, settings)
    cleanups.push(() => stopListening(server))
    const url = `http://localhost:${port}`
    const publicUrl = settings.publicUrl ?? url

    const data = takeDataFolder(settings.dataFolder)
    cleanups.push(() => data.release())
    const logger = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }))
    const webhookSecret = settings.unipile ? settings.unipile.webhookSecret : data.secret('webhook')

    const sandbox = settings.unipile
      ? undefined
      : await startSandbox({
          port: settings.sandboxPort,
          apiKey: SANDBOX_KEY,
          stateFile: data.path('sandbox.json'),
          timings: { resendSeconds: RESEND_SECONDS },
          oauthClients: {
            google: { ...oauthClients.google, redirectUri: `${publicUrl}/connect/oauth/callback/google` },
            outlook: { ...oauthClients.outlook, redirectUri: `${publicUrl}/connect/oauth/callback/outlook` },
          },
          webhook: {
            url: `${url}/connect/webhooks/unipile`,
            secret: data.secret('webhook'),
            api: settings.apiVersion,
          },
        }).catch((error: unknown) => {
          throw explainPort(error, 'SANDBOX_PORT', settings.sandboxPort)
        })
    if (sandbox) cleanups.push(() => sandbox.close())

    // The extension of this repository, for everyone who loads it.
    const allowedOrigins = sandbox ? [EXTENSION_ORIGIN] : []
    // API v1 leaves the consent of Google and Microsoft to clients of the host's own.
    const clients = sandbox && settings.apiVersion === 'v1' ? oauthClients : undefined
    const issuer = `${sandbox?.url}/oauth`
    if (data.isNew && !settings.databaseUrl) log('Creating the database (once, a few seconds) …')
    const apiUrl = settings.unipile ? settings.unipile.apiUrl : sandbox?.url
    const connect = await createConnectHandler({
      apiKey: settings.unipile?.apiKey ?? SANDBOX_KEY,
      ...(apiUrl !== undefined && { apiUrl }),
      upstreamApi: settings.apiVersion,
      database: settings.databaseUrl ?? { folder: data.path('database') },
      sessionSecret: data.secret('session'),
      publicUrl,
      allowedOrigins,
      // Users of the sandbox have nothing to lose on the way.
      allowHttp: sandbox !== undefined,
      ...(webhookSecret !== undefined && { webhookSecret }),
      ...(clients && {
        oauthClients: {
          google: { ...clients.google, issuer },
          outlook: { ...clients.outlook, issuer },
        },
      }),
      links: {
        page: hostedPage,
        // A real host has names that its users cannot choose freely. Users of the demo make links through its backend,
        // so `selfService` stays off.
        ownerOf: (userId) => ({ name: userId.replace(/^./, (first) => first.toUpperCase()) }),
        brand: { name: 'Tidewater', logo: '/icon.svg' },
        appearance: { variables: { accent: '#4f46e5' } },
        captcha: sandbox ? 'altcha' : 'arkose',
        support: { url: 'mailto:support@tidewater.example', label: 'Contact Tidewater support' },
      },
      // Only Chloe may use her own proxy.
      allowUserProxy: ({ userId }) => userId === 'chloe',
      logger,
      timings: {
        // The sandbox has no rate limits and sends nothing to anyone, so everything can be fast.
        ...(sandbox && { pollEveryMs: 1000, confirmSeconds: 3, resendSeconds: RESEND_SECONDS }),
        ...(settings.intentSeconds !== undefined && { intentMinutes: settings.intentSeconds / 60 }),
      },
      // The sandbox's mail servers may be on this machine.
      ...(sandbox && {
        rateLimits: false,
        allowPrivateMailHosts: true,
      }),
    })
    cleanups.push(() => connect.close())

    // The test providers are offered only to sessions that name them.
    const isOffered = (id: string) =>
      !testProviders.has(id) || (settings.testProviders && sandbox !== undefined)
    const providers = providerCatalogue.map(({ id }) => id).filter(isOffered)
    const phoneUrl = sandbox && `${sandbox.url}/phone`
    const app = createDemoApp({
      connect,
      cookieSecret: data.secret('cookie'),
      publicUrl,
      allowedOrigins,
      site,
      phoneUrl,
      providers,
    })
    answer = (request) => app.fetch(request)
    return { url, phoneUrl, server, close }
  } catch (error) {
    await close()
    throw error
  }
}

function listen(server: Server, { port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainPort(error, 'PORT', port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function explainPort(error: unknown, name: string, port: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error
  return new SettingError(
    `${name}: port ${port} is taken. Stop what is using it, or set ${name} to a free port.`,
  )
}
