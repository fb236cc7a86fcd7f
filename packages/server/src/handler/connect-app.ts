import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Session } from '../session/session-tokens.ts'
import type { HandlerContext } from './handler-context.ts'
import { problemResponse } from './problem-response.ts'
import { openRoutes, sessionRoutes } from './routes/index.ts'

export interface AppSettings {
  readonly basePath: string
  readonly allowedOrigins: readonly string[]
}

/**
 * The routes behind one `fetch`. Sessions come as bearer tokens only: no cookie is ever read, so another site's page cannot act
 * in the user's name (CSRF).
 */
export function createConnectApp(context: HandlerContext, { basePath, allowedOrigins }: AppSettings): Hono {
  const app = new Hono().basePath(basePath || '/')
  const methods = new Map<string, string[]>()
  const allow = (path: string, method: string) => methods.set(path, [...(methods.get(path) ?? []), method])

  app.use(async (c, next) => {
    // Hono answers a HEAD with the GET's headers: an event stream would be opened, and read by nobody.
    if (c.req.raw.method === 'HEAD') throw new ConnectError('method_not_allowed')
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
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
  for (const { method, path, answer } of sessionRoutes(context)) {
    allow(path, method)
    app.on(method, path, async (c) =>
      answer({ request: c.req.raw, id: readId(c), session: await readSession(c) }),
    )
  }
  for (const { method, path, answer } of openRoutes(context)) {
    allow(path, method)
    app.on(method, path, (c) => answer({ request: c.req.raw, id: readId(c) }))
  }
  for (const [path, allowed] of methods) {
    app.all(path, () =>
      problemResponse(new ConnectError('method_not_allowed'), { allow: allowed.join(', ') }),
    )
  }
  app.notFound(() => problemResponse(new ConnectError('not_found')))
  app.onError((error) => {
    const expected = error instanceof ConnectError && errorCatalogue[error.code].status < 500
    if (!expected) context.logError(error)
    return problemResponse(error)
  })
  return app

  async function readSession(c: Context): Promise<Session> {
    const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (!token) throw new ConnectError('session_missing')
    return context.tokens.verify(token)
  }
}

function readId(c: Context): string {
  return c.req.param('id') ?? ''
}
