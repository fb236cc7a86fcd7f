import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { providerCatalogue, testProviders } from '@connect-account/core/catalogue'
import { hostedPage } from '@connect-account/hosted'
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
  /** Ends every stream, wait and connection, and lets go of the data folder. */
  close(): Promise<void>
}

const site = fileURLToPath(new URL('../../demo/dist', import.meta.url))
const SANDBOX_KEY = 'sandbox-key'
/**
 * How long an idle connection is kept, in milliseconds: longer than a caller or a proxy before it keeps one (usually a minute), so
 * that the server never closes it just as a request is sent on it.
 */
const KEEP_ALIVE = 75_000

/**
 * Starts the demo: the handler with its database, the built site on the same origin, and the sandbox beside it unless
 * a Unipile key is set. Rejects with `SettingError` where a setting cannot work.
 */
export async function startDemoServer(settings: Settings, say: (line: string) => void): Promise<DemoServer> {
  // Backwards: what was opened last is closed first.
  const openings: (() => unknown)[] = []
  const close = async () => {
    for (const closeOne of openings.splice(0).reverse()) await closeOne()
  }

  try {
    let answer: (request: Request) => Response | Promise<Response> = () =>
      Response.json({ ok: false }, { status: 503, headers: { 'retry-after': '1' } })
    const server = createServer(getRequestListener((request) => answer(request)))
    server.keepAliveTimeout = KEEP_ALIVE
    const port = await listen(server, settings.port)
    openings.push(() => stopListening(server))
    const url = `http://localhost:${port}`

    const data = takeDataFolder(settings.dataFolder)
    openings.push(() => data.release())
    const logger = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }))
    const webhookSecret = settings.unipile ? settings.unipile.webhookSecret : data.secret('webhook')

    const sandbox = settings.unipile
      ? undefined
      : await startSandbox({
          port: settings.sandboxPort,
          apiKey: SANDBOX_KEY,
          stateFile: data.path('sandbox.json'),
          webhook: {
            url: `${url}/connect/webhooks/unipile`,
            secret: data.secret('webhook'),
            api: settings.apiVersion,
          },
        }).catch((error: unknown) => {
          throw explainPort(error, 'SANDBOX_PORT', settings.sandboxPort)
        })
    if (sandbox) openings.push(() => sandbox.close())

    if (data.isNew && !settings.databaseUrl) say('Creating the database (once, a few seconds) …')
    const apiUrl = settings.unipile ? settings.unipile.apiUrl : sandbox?.url
    const connect = await createConnectHandler({
      apiKey: settings.unipile?.apiKey ?? SANDBOX_KEY,
      ...(apiUrl !== undefined && { apiUrl }),
      upstreamApi: settings.apiVersion,
      database: settings.databaseUrl ?? { folder: data.path('database') },
      sessionSecret: data.secret('session'),
      publicUrl: settings.publicUrl ?? url,
      ...(webhookSecret !== undefined && { webhookSecret }),
      links: {
        page: hostedPage,
        theme: { productName: 'Tidewater', logoUrl: '/icon.svg', accent: '#4f46e5' },
        captcha: sandbox ? 'altcha' : 'arkose',
      },
      // Chloe's product lets its users bring a proxy of their own; nobody else's does.
      allowUserProxy: ({ userId }) => userId === 'chloe',
      logger,
      // The sandbox has no limit to respect, so approvals show quickly and whoever tries it out may try on; its mail servers may be
      // on this machine.
      ...(sandbox && {
        timings: { pollEveryMs: 1000 },
        rateLimits: false,
        allowPrivateMailHosts: true,
      }),
    })
    openings.push(() => connect.close())

    // The test providers are offered only to sessions that name them.
    const providers = providerCatalogue.map(({ id }) => id).filter((id) => sandbox || !testProviders.has(id))
    const phoneUrl = sandbox && `${sandbox.url}/phone`
    const app = createDemoApp({ connect, cookieSecret: data.secret('cookie'), site, phoneUrl, providers })
    answer = (request) => app.fetch(request)
    return { url, phoneUrl, server, close }
  } catch (error) {
    await close()
    throw error
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainPort(error, 'PORT', port)))
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
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
