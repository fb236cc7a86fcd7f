import pg from 'pg'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'

export interface ListenerSettings {
  readonly url: string
  readonly connectTimeoutMs: number
  readonly logger: Logger
}

/** Listens to every channel on one dedicated connection: a pooled one would lose its LISTEN. */
export interface PostgresListener {
  /**
   * `onGap` is called after each reconnection: what was notified meanwhile is lost (PostgreSQL, "NOTIFY").
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>
  /** Whether notifications are received now. */
  isConnected(): boolean
  close(): Promise<void>
}

interface Subscriber {
  readonly channel: string
  readonly onMessage: (payload: string) => void
  readonly onGap: () => void
}

const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 5_000

/** Connects when the first channel is listened to, and reconnects by itself until it is closed. */
export function createPostgresListener(settings: ListenerSettings): PostgresListener {
  const subscribers = new Set<Subscriber>()
  let closed = false
  let opening: Promise<void> | undefined
  /** Set while the connection is open. */
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let reconnecting: Promise<void> | undefined
  let delay = FIRST_RETRY_MS

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: settings.url,
      connectionTimeoutMillis: settings.connectTimeoutMs,
      query_timeout: settings.connectTimeoutMs,
      keepAlive: true,
      application_name: 'connect-account listener',
    })
    next.on('notification', ({ channel, payload = '' }) => {
      for (const one of subscribers) if (one.channel === channel) one.onMessage(payload)
    })
    next.on('error', (error) => {
      if (closed) return
      settings.logger.warn({ err: errorForLog(error) }, 'The database listener lost its connection')
    })
    try {
      await next.connect()
      for (const channel of new Set([...subscribers].map((one) => one.channel))) await listenOn(next, channel)
    } catch (error) {
      next.end().catch(() => {})
      throw error
    }
    next.once('end', () => {
      client = undefined
      scheduleRetry()
    })
    client = next
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
      await connect()
      delay = FIRST_RETRY_MS
      for (const { onGap } of subscribers) onGap()
    } catch {
      scheduleRetry()
    }
  }

  return {
    async listen(channel, onMessage, onGap) {
      const one = { channel, onMessage, onGap }
      subscribers.add(one)
      try {
        opening ??= connect()
        await opening
        // The connection may have been made for another channel, or be lost: then the reconnection listens to
        // this one.
        if (client) await listenOn(client, channel)
      } catch (error) {
        subscribers.delete(one)
        throw error
      }
      return async () => {
        subscribers.delete(one)
      }
    },
    isConnected: () => client !== undefined,
    async close() {
      closed = true
      clearTimeout(retry)
      await reconnecting
      await client?.end()
    },
  }
}

async function listenOn(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${pg.escapeIdentifier(channel)}`)
}
