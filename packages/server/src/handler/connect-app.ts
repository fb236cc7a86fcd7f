import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { ConnectionInfo } from '../http/connection-info.ts'
import { checkHeaderLimits } from '../http/header-limits.ts'
import { problemResponse } from '../http/problem-response.ts'
import { checkSameOrigin } from '../http/same-origin.ts'
import { securityHeaders } from '../http/security-headers.ts'
import type { ClientAddress } from '../rate-limits/rate-limit-settings.ts'
import { countedAs } from '../routes/counted-as.ts'
import type { HandlerContext } from '../routes/handler-context.ts'
import { openRoutes, sessionRoutes } from '../routes/index.ts'
import type { Session } from '../session/session-tokens.ts'
import { type ObservedRequest, observeRequests } from '../telemetry/observe-requests.ts'

export interface AppSettings {
  readonly basePath: string
  readonly allowedOrigins: readonly string[]
  readonly publicUrl: URL | undefined
  readonly clientAddress: ClientAddress | undefined
}

/** After how long a caller of a closing instance may retry: another instance responds by then. */
const RETRY_AFTER_SECONDS = 1

interface Environment {
  readonly Bindings: ConnectionInfo
  readonly Variables: { observed: ObservedRequest }
}

/**
 * The routes behind one `fetch`. Sessions come as bearer tokens only: no cookie is ever read, so another
 * site's page cannot act in the user's name (CSRF). Refusing it as well costs nothing.
 */
export function createConnectApp(
  context: HandlerContext,
  { basePath, allowedOrigins, publicUrl, clientAddress }: AppSettings,
): Hono<Environment> {
  const root = new Hono<Environment>()
  const app = root.basePath(basePath || '/')
  const methods = new Map<string, string[]>()
  const allow = (path: string, method: string) => methods.set(path, [...(methods.get(path) ?? []), method])

  root.use(observeRequests(context.telemetry, context.logger))
  root.use(securityHeaders({ isHttps: publicUrl?.protocol === 'https:' }))
  if (allowedOrigins.length > 0) {
    app.use(
      cors({
        origin: [...allowedOrigins],
        allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
        allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID'],
        exposeHeaders: ['Retry-After'],
        maxAge: 600,
      }),
    )
  }
  const callers = { allowedOrigins: [...allowedOrigins, ...(publicUrl ? [publicUrl.origin] : [])] }
  app.use(async (c, next) => {
    checkHeaderLimits(c.req.raw)
    if (!checkSameOrigin(c.req.raw, callers)) throw new ConnectError('origin_not_allowed')
    await next()
    // The caller's next request should reach another instance.
    if (context.closing.aborted) c.res.headers.set('connection', 'close')
  })
  for (const { method, path, forLinks = false, limit = 'read', answer } of sessionRoutes(context)) {
    allow(path, method)
    app.on(method, path, async (c) => {
      arrive(c, path)
      const session = await readSession(c)
      if (session.link && !forLinks) throw new ConnectError('link_limited')
      await context.rateLimiter.count(limit, { caller: countedAs(session), address: addressOf(c) })
      return answer({ request: c.req.raw, id: readId(c), session })
    })
  }
  for (const { method, path, whileClosing = false, withHead = false, answer } of openRoutes(context)) {
    allow(path, method)
    if (withHead) allow(path, 'HEAD')
    app.on(method, path, async (c) => {
      arrive(c, path, { whileClosing, withHead })
      return answer({ request: c.req.raw, id: readId(c), address: addressOf(c) })
    })
  }
  for (const [path, allowed] of methods) {
    app.all(path, () =>
      problemResponse(new ConnectError('method_not_allowed'), { allow: allowed.join(', ') }),
    )
  }
  app.notFound(() => problemResponse(new ConnectError('not_found')))
  app.onError((error, c) => {
    const expected =
      error instanceof ConnectError &&
      (errorCatalogue[error.code].status < 500 ||
        error.code === 'shutting_down' ||
        error.code === 'too_many_streams')
    if (!expected) context.logError(error, c.get('observed').requestId)
    return problemResponse(error)
  })
  return app

  function addressOf(c: Context<Environment>): string | undefined {
    return clientAddress?.(c.req.raw, c.env.peer)
  }

  /** @throws ConnectError `shutting_down` or, for HEAD, `method_not_allowed`. */
  function arrive(
    c: Context<Environment>,
    path: string,
    { whileClosing = false, withHead = false }: { whileClosing?: boolean; withHead?: boolean } = {},
  ) {
    c.get('observed').route = basePath + path
    // Hono responds to HEAD with the headers of GET, which would open an event stream without a reader.
    if (c.req.raw.method === 'HEAD' && !withHead) throw new ConnectError('method_not_allowed')
    if (context.closing.aborted && !whileClosing) {
      throw new ConnectError('shutting_down', { retryAfter: RETRY_AFTER_SECONDS })
    }
  }

  async function readSession(c: Context<Environment>): Promise<Session> {
    const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (!token) throw new ConnectError('session_missing')
    return context.tokens.verify(token)
  }
}

function readId(c: Context): string {
  return c.req.param('id') ?? ''
}
