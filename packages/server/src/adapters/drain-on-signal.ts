import type { Server } from 'node:http'
import type { ConnectHandler } from '../handler/create-connect-handler.ts'

export interface DrainOptions {
  /** @default ['SIGTERM', 'SIGINT'] */
  readonly signals?: readonly StopSignal[]
  /**
   * The time limit in milliseconds. After it, every connection is closed.
   * @default 10000
   */
  readonly limitMs?: number
}

/** A signal that asks a process to stop. */
export type StopSignal = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'SIGQUIT' | 'SIGBREAK' | 'SIGUSR1' | 'SIGUSR2'

/**
 * Waits for a signal, then shuts down in order: the server accepts no new connections, the handler lets its
 * requests finish and closes, idle connections end. Resolves when everything is closed, or after `limitMs`:
 * close your own resources then, or exit. Repeated signals (a terminal and npm both forward a Ctrl-C) have no
 * effect.
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
