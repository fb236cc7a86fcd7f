import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { errorForLog } from '../settings/error-for-log.ts'
import { invalidSetting } from '../settings/invalid-setting.ts'
import type { Logger } from '../settings/logger.ts'
import type { Database } from './database.ts'
import { MIGRATION_LOCK, migrationConfig } from './migrate.ts'
import { listenOnPostgres } from './postgres-listener.ts'

const CONNECT_TIMEOUT_MS = 5_000
const QUERY_TIMEOUT_MS = 15_000
/** Another instance's migrations may take a while. */
const MIGRATION_TIMEOUT_MS = 120_000

/** Opens a pool on PostgreSQL and migrates it. @throws ConnectError `invalid_setting` when it cannot be reached. */
export async function openPostgresDatabase(url: string, logger: Logger): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'connect-account',
  })
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => logger.warn({ err: errorForLog(error) }, 'An idle database connection broke'))
  try {
    await migrateUnderLock(url)
  } catch (cause) {
    await pool.end()
    throw invalidSetting(describeFailure(url, cause), cause)
  }
  return {
    queries: drizzle(pool),
    exclusive: false,
    listen: (channel, onMessage, onGap) =>
      listenOnPostgres({ url, connectTimeoutMs: CONNECT_TIMEOUT_MS, logger }, channel, onMessage, onGap),
    close: () => pool.end(),
  }
}

/** The lock is the session's: it goes with the connection, even when this process dies. */
async function migrateUnderLock(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: MIGRATION_TIMEOUT_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client), migrationConfig)
  } finally {
    await client.end()
  }
}

function describeFailure(url: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  const { hostname, port, pathname } = new URL(url)
  const place = `postgres at ${hostname || 'localhost'}:${port || '5432'}`
  if (code === '28P01' || code === '28000')
    return `DATABASE_URL: ${place} refused the user or the password. Correct them.`
  if (code === '3D000') {
    return `DATABASE_URL: ${place} has no database "${pathname.slice(1)}". Create it, or name another one.`
  }
  const reason = code ?? (cause instanceof Error ? cause.name : 'unknown')
  return `DATABASE_URL: cannot reach or prepare ${place} (${reason}). Start it, or unset DATABASE_URL for the embedded database.`
}
