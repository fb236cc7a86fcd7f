import pg from 'pg'
import { errorForLog } from '../settings/error-for-log.ts'
import type { Logger } from '../settings/logger.ts'

export interface ListenerSettings {
  readonly url: string
  readonly connectTimeoutMs: number
  readonly logger: Logger
}

const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 5_000

/**
 * Hears a channel on a connection of its own (a pooled one would lose its LISTEN), and reconnects by itself. `onGap` is called
 * after each reconnection: what was said meanwhile is lost (PostgreSQL, "NOTIFY").
 */
export async function listenOnPostgres(
  settings: ListenerSettings,
  channel: string,
  onMessage: (payload: string) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let reconnecting: Promise<void> | undefined
  let delay = FIRST_RETRY_MS
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: settings.url,
      connectionTimeoutMillis: settings.connectTimeoutMs,
      query_timeout: settings.connectTimeoutMs,
      keepAlive: true,
      application_name: 'connect-account listener',
    })
    next.on('notification', (message) => onMessage(message.payload ?? ''))
    next.on('error', (error) => {
      if (closed) return
      settings.logger.warn({ err: errorForLog(error) }, 'The database listener lost its connection')
    })
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      next.end().catch(() => {})
      throw error
    }
    next.once('end', scheduleRetry)
    return next
  }

  function scheduleRetry() {
    if (closed) return
    retry = setTimeout(() => {
      reconnecting = reconnect()
    }, delay)
    delay = Math.min(delay * 2, LAST_RETRY_MS)
  }

  async function reconnect() {
    try {
      const next = await connect()
      if (closed) return await next.end()
      client = next
      delay = FIRST_RETRY_MS
      onGap()
    } catch {
      scheduleRetry()
    }
  }

  return async () => {
    closed = true
    clearTimeout(retry)
    await reconnecting
    await client.end()
  }
}
