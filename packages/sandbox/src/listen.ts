import { createServer, type RequestListener, type Server } from 'node:http'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** How often another free port is tried when the one found is taken on the second loopback address. */
const FREE_PORT_TRIES = 5
/** How long an idle connection is kept, in milliseconds: longer than callers keep theirs, or it closes under a request. */
const KEEP_ALIVE = 75_000

/**
 * Listens on one host, or without one on both loopback addresses, so that `localhost` answers however it is resolved.
 * Rejects with the system's error when the port is taken on either.
 */
export async function listen(handler: RequestListener, port: number, host?: string): Promise<Listening> {
  if (host !== undefined) return listening([await bind(handler, port, host)])
  for (let tries = 1; ; tries++) {
    const first = await bind(handler, port, '127.0.0.1')
    try {
      const second = await bind(handler, portOf(first), '::1')
      return listening([first, second])
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') return listening([first])
      await end(first)
      if (port !== 0 || tries === FREE_PORT_TRIES) throw error
    }
  }
}

function listening(servers: [Server, ...Server[]]): Listening {
  return {
    port: portOf(servers[0]),
    async close() {
      await Promise.all(servers.map(end))
    },
  }
}

function bind(handler: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler)
    server.keepAliveTimeout = KEEP_ALIVE
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
