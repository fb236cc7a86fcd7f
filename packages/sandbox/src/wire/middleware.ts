import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { WireError } from './wire-error.ts'

/** Refuses calls without the API key. The docs do not say how a wrong key is refused [?]. */
export function requireApiKey(apiKey: string): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return async (c, next) => {
    const given = c.req.header('x-api-key')
    if (given === undefined) {
      throw new WireError({
        status: 401,
        type: 'api/missing_authorization',
        title: 'The header X-API-KEY is missing',
      })
    }
    if (!timingSafeEqual(digest(given), digest(apiKey))) {
      throw new WireError({
        status: 401,
        type: 'api/expired_authorization',
        title: 'The API key is not valid',
      })
    }
    await next()
  }
}

/** The largest body accepted, in bytes. */
const MAX_BODY = 64 * 1024

/** Refuses bodies that are too large by their `Content-Length`, and bodies without one. */
export async function limitBody(c: Context, next: Next): Promise<void> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (c.req.header('transfer-encoding') !== undefined || length > MAX_BODY) {
    throw new WireError({
      status: 413,
      type: 'api/invalid_parameters',
      title: 'The body is too large',
      detail: `Send at most ${MAX_BODY} bytes, with a Content-Length.`,
    })
  }
  await next()
}

/** CSRF protection: refuses forms that a page of another site submits. */
export async function refuseOtherSites(c: Context, next: Next): Promise<void> {
  if (c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site') {
    throw new WireError({
      status: 403,
      type: 'api/insufficient_permissions',
      title: 'Requests from another site are refused',
    })
  }
  await next()
}
