import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'

/** The handler as a listener of `node:http`: `createServer(toNodeListener(handler))`. */
export function toNodeListener(
  handler: Pick<ConnectHandler, 'fetch'>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return getRequestListener((request) => handler.fetch(request), { overrideGlobalObjects: false })
}
