import type { FastifyPluginAsync } from 'fastify'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'
import { toNodeListener } from './node.ts'

/**
 * The handler as a Fastify plugin: `app.register(toFastify(handler), { prefix: '/connect' })`, where
 * `/connect` is the handler's `basePath`. Within the prefix Fastify parses no body, and the handler writes
 * the response itself: hooks up to `preHandler` run, `onSend` hooks (compression, say) do not, and headers
 * that they or `reply.header()` would add are not sent.
 */
export function toFastify(handler: Pick<ConnectHandler, 'fetch'>): FastifyPluginAsync {
  const listener = toNodeListener(handler)
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', async () => undefined)
    app.all('/*', (request, reply) => {
      reply.hijack()
      return listener(request.raw, reply.raw)
    })
  }
}
