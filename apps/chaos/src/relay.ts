import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/** A request that has come in whole. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  /** Aborts when whoever asked has left. */
  readonly left: AbortSignal
}

export interface Relay {
  readonly url: string
  close(): Promise<void>
}

/** A server on a free port of this machine that decides itself what becomes of each request. */
export async function startRelay(
  handle: (incoming: Incoming, response: ServerResponse) => Promise<void>,
): Promise<Relay> {
  const server = createServer(async (message, response) => {
    const left = new AbortController()
    response.once('close', () => left.abort())
    try {
      const { method = 'GET', url: path = '/', headers } = message
      await handle({ method, path, headers, body: await buffer(message), left: left.signal }, response)
    } catch {
      response.destroy()
    }
  })
  // Longer than callers keep theirs: only what is meant to break breaks.
  server.keepAliveTimeout = 75_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Asks `target` the same and answers its answer, the body unread. Rejects when there is none, or `signal` aborts. */
export async function ask(
  target: string,
  { method, path, headers, body }: Incoming,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers
  const asked = request(target + path, { method, headers: kept, agent: false, signal })
  asked.end(body)
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  if (!answer) throw new Error('There is no answer.')
  return answer
}

/** Passes an answer on as it comes: an event stream too. */
export async function passOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const { connection: _, 'transfer-encoding': __, ...headers } = answer.headers
  response.writeHead(answer.statusCode ?? 502, headers)
  response.flushHeaders()
  await pipeline(answer, response)
}
