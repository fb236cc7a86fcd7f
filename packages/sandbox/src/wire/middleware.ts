import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { WireError } from './wire-error.ts'

/** Refuses every call that does not carry the key. What a wrong key is answered, the wire does not say [?]. */
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

/** The most that a body may weigh, in bytes. */
const MAX_BODY = 64 * 1024

/** Refuses bodies that are too large, by the length that they announce; one that announces none is refused too. */
export async function limitBody(c: Context, next: Next): Promise<void> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (c.req.header('transfer-encoding') !== undefined || length > MAX_BODY) {
    throw new WireError({
      status: 413,
      type: 'api/invalid_parameters',
      title: 'The body is too large',
      detail: `At most ${MAX_BODY} bytes, announced by Content-Length.`,
    })
  }
  await next()
}

/** A page of another site shall not press the buttons of the sandbox's pages in the visitor's name. */
export async function refuseOtherSites(c: Context, next: Next): Promise<void> {
  if (c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site') {
    throw new WireError({
      status: 403,
      type: 'api/insufficient_permissions',
      title: 'The sandbox’s pages take no orders from another site',
    })
  }
  await next()
}
