import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'
import { toNodeListener } from './node.ts'

/** An Express request, as far as it is read. */
interface ExpressRequest extends IncomingMessage {
  /** The path before `app.use('/connect', …)` took its own part off. */
  readonly originalUrl: string
}

/**
 * The handler as Express middleware, which ends every request: `app.use('/connect', toExpress(handler))`,
 * where `/connect` is the handler's `basePath`. Mount it before `express.json()`, or keep the bytes:
 * `express.json({ verify: (request, _response, bytes) => void Object.assign(request, { rawBody: bytes }) })`.
 */
export function toExpress(
  handler: Pick<ConnectHandler, 'fetch'>,
): (request: ExpressRequest, response: ServerResponse) => Promise<void> {
  const listener = toNodeListener(handler)
  return (request, response) => {
    request.url = request.originalUrl
    return listener(request, response)
  }
}
