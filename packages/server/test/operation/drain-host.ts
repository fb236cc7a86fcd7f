import { createServer } from 'node:http'
import { drainOnSignal, toNodeListener } from '../../src/adapters/node.ts'
import { createConnectHandler } from '../../src/index.ts'
import { apiKey, quick, sessionSecret } from '../fixtures.ts'

/**
 * A host in its own process, to which the test sends a signal. It prints its port and a session and, once it
 * has shut down, `drained`.
 */
const [, , folder = '', apiUrl = ''] = process.argv
const handler = await createConnectHandler({
  apiKey,
  apiUrl,
  database: folder,
  sessionSecret,
  logger: { info() {}, warn() {}, error() {} },
  timings: { ...quick, upstreamTimeoutMs: 10_000, closeGraceMs: 10_000 },
})
const server = createServer(toNodeListener(handler))
server.listen(0, '127.0.0.1', async () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const session = await handler.mintSession({ userId: 'anna' })
  process.stdout.write(`${JSON.stringify({ port, session })}\n`)
})
await drainOnSignal(server, handler)
process.stdout.write('drained\n')
