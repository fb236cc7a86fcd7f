import fastify from 'fastify'
import { expect, test } from 'vitest'
import { toFastify } from '../../src/adapters/fastify.ts'
import { startMountedHost } from './mounted-host.ts'
import { smokeTests } from './smoke.ts'

smokeTests(() =>
  startMountedHost(async (handler) => {
    const app = fastify()
    await app.register(toFastify(handler), { prefix: '/connect' })
    return { url: await app.listen({ port: 0 }), stop: () => app.close() }
  }),
)

test('keeps the parsers of the rest of the app', async () => {
  const app = fastify()
  await app.register(toFastify({ fetch: async () => new Response() }), { prefix: '/connect' })
  app.post('/host', async ({ body }) => body)
  const answer = await app.inject({ method: 'POST', url: '/host', payload: { read: 'by the host' } })
  expect(answer.json()).toEqual({ read: 'by the host' })
  await app.close()
})
