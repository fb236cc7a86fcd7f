import type { Server } from 'node:http'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'

export interface DrainOptions {
  /** Default: SIGTERM and SIGINT. */
  readonly signals?: readonly NodeJS.Signals[]
  /** How long it may take in all, in milliseconds; then every connection is cut. Default: 10 000. */
  readonly limitMs?: number
}

/**
 * Waits for a signal, then ends in order: the server takes no new connection, the handler lets its requests
 * finish and closes, idle connections end. Resolves when all of it is over, or after `limitMs`: close your
 * own things then, or exit. A signal that comes again meanwhile (a terminal and npm both pass on a Ctrl-C)
 * changes nothing.
 */
export async function drainOnSignal(
  server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>,
  handler: Pick<ConnectHandler, 'close'>,
  { signals = ['SIGTERM', 'SIGINT'], limitMs = 10_000 }: DrainOptions = {},
): Promise<void> {
  let signalled = () => {}
  const came = new Promise<void>((resolve) => {
    signalled = () => resolve()
  })
  for (const signal of signals) process.on(signal, signalled)
  try {
    await came
    await drain(server, handler, limitMs)
  } finally {
    for (const signal of signals) process.off(signal, signalled)
  }
}

async function drain(
  server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>,
  handler: Pick<ConnectHandler, 'close'>,
  limitMs: number,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
  const closed = handler.close().then(async () => {
    // Those that were busy when the server stopped, and have been idle since.
    server.closeIdleConnections()
    await stopped
  })
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    limit = setTimeout(() => {
      server.closeAllConnections()
      resolve()
    }, limitMs)
  })
  try {
    await Promise.race([closed, late])
  } finally {
    clearTimeout(limit)
  }
}
