import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/** A request, read completely. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  /** Aborts when the caller disconnects. */
  readonly aborted: AbortSignal
}

export interface Relay {
  readonly url: string
  close(): Promise<void>
}

/** Starts a server on a free port of this machine. `handle` decides what happens to each request. */
export async function startRelay(
  handle: (incoming: Incoming, response: ServerResponse) => Promise<void>,
): Promise<Relay> {
  const server = createServer(async (message, response) => {
    const caller = new AbortController()
    response.once('close', () => caller.abort())
    try {
      const { method = 'GET', url: path = '/', headers } = message
      await handle({ method, path, headers, body: await buffer(message), aborted: caller.signal }, response)
    } catch {
      // A broken connection behind the relay is passed on to the caller.
      response.destroy()
    }
  })
  // Longer than callers keep theirs, so that only the intended faults break connections.
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

/** Sends the request to `target`. Resolves with the response, its body unread; rejects if there is none or `signal` aborts. */
export async function forward(
  target: string,
  { method, path, headers, body }: Incoming,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers
  const outgoing = request(target + path, { method, headers: kept, agent: false, signal })
  outgoing.end(body)
  const [response]: IncomingMessage[] = await once(outgoing, 'response')
  if (!response) throw new Error(`${target} did not respond.`)
  return response
}

/** Streams a response back to the caller. */
export async function respondWith(source: IncomingMessage, response: ServerResponse): Promise<void> {
  const { connection: _, 'transfer-encoding': __, ...headers } = source.headers
  response.writeHead(source.statusCode ?? 502, headers)
  response.flushHeaders()
  await pipeline(source, response)
}
