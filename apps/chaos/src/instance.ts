/**
 * One instance of the host, in its own process so that it can be killed. Reports its address once it serves.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createConnectHandler } from '@connect-account/server'
import { toNodeListener } from '@connect-account/server/node'
import * as v from 'valibot'
import { apiKey, eventSecret, sessionPath, sessionSecret, timings, webhookSecret } from './config.ts'

const log = (level: string) => (members: object, message: string) =>
  console.log(
    JSON.stringify({ time: new Date().toISOString(), pid: process.pid, level, message, ...members }),
  )

const env = v.parse(
  v.object({
    DATABASE_URL: v.string(),
    UPSTREAM_URL: v.string(),
    PUBLIC_URL: v.string(),
    EVENTS_URL: v.string(),
  }),
  process.env,
)
const handler = await createConnectHandler({
  apiKey,
  apiUrl: env.UPSTREAM_URL,
  database: env.DATABASE_URL,
  publicUrl: env.PUBLIC_URL,
  sessionSecret,
  webhookSecret,
  events: { url: env.EVENTS_URL, secret: eventSecret },
  rateLimits: false,
  timings,
  logger: { info: log('info'), warn: log('warn'), error: log('error') },
})
const connect = toNodeListener(handler)

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', env.PUBLIC_URL)
  if (url.pathname !== sessionPath) return connect(request, response)
  response.end(await handler.mintSession({ userId: url.searchParams.get('user') ?? '' }))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

process.once('disconnect', async () => {
  server.close()
  await handler.close()
  server.closeAllConnections()
})
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('The server has no port.')
process.send?.(`http://127.0.0.1:${address.port}`)
