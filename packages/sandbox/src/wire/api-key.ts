import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
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
