import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'
import { withSpentBody } from './spent-body.ts'
import { writeDirectly } from './write-directly.ts'

export { type DrainOptions, drainOnSignal, type StopSignal } from './drain-on-signal.ts'

/**
 * The handler as a listener of `node:http`: `createServer(toNodeListener(handler))`. The request's `signal`
 * aborts when the client disconnects. A body that something has read before is taken from `request.rawBody`
 * if that is a Buffer of the same bytes, as serverless hosts provide it; otherwise calls that need it fail
 * with `invalid_setting`.
 */
export function toNodeListener(
  handler: Pick<ConnectHandler, 'fetch'>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const response = await handler.fetch(isBodySpent(incoming) ? withSpentBody(request) : request, {
        peer: incoming.socket.remoteAddress,
      })
      return writeDirectly(response, outgoing) ? RESPONSE_ALREADY_SENT : response
    },
    { overrideGlobalObjects: false },
  )
}

function isBodySpent(incoming: Readable & { readonly rawBody?: unknown }): boolean {
  return incoming.readableDidRead && !(incoming.rawBody instanceof Buffer)
}
