import type { ConnectHandler } from '../handler/create-connect-handler.ts'
import { withSpentBody } from './spent-body.ts'

/** The part of a Hono context that is read, in any version of Hono. */
interface HonoContext {
  readonly req: { readonly raw: Request }
}

/**
 * The handler as a Hono handler: `app.all('/connect/*', toHono(handler))`, where `/connect` is the handler's
 * `basePath`. A middleware before it may not read the body.
 */
export function toHono(handler: Pick<ConnectHandler, 'fetch'>): (context: HonoContext) => Promise<Response> {
  return ({ req: { raw } }) => handler.fetch(raw.bodyUsed ? withSpentBody(raw) : raw)
}
