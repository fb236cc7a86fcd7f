import { createServer, type RequestListener, type Server } from 'node:http'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** How many free ports are tried, because one may be taken on the second loopback address. */
const FREE_PORT_ATTEMPTS = 5
/** How long an idle connection is kept, in milliseconds: longer than callers keep theirs, so that none closes under a request. */
const KEEP_ALIVE = 75_000

/**
 * Listens on one host, or on both loopback addresses, so that `localhost` works however it is resolved. Rejects with the
 * system's error if the port is taken on either.
 */
export async function listen(handler: RequestListener, port: number, host?: string): Promise<Listening> {
  if (host !== undefined) return listening([await bind(handler, port, host)])
  for (let attempt = 1; ; attempt++) {
    const first = await bind(handler, port, '127.0.0.1')
    try {
      const second = await bind(handler, portOf(first), '::1')
      return listening([first, second])
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') return listening([first])
      await closeServer(first)
      if (port !== 0 || attempt === FREE_PORT_ATTEMPTS) throw error
    }
  }
}

function listening(servers: [Server, ...Server[]]): Listening {
  return {
    port: portOf(servers[0]),
    async close() {
      await Promise.all(servers.map(closeServer))
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

function closeServer(server: Server): Promise<void> {
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
