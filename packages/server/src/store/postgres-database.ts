import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { invalidSetting } from '../invalid-setting.ts'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import type { Database, Queries } from './database.ts'
import { MIGRATION_LOCK, migrate } from './migrate.ts'
import { createPostgresListener } from './postgres-listener.ts'

const CONNECT_TIMEOUT_MS = 5_000
const QUERY_TIMEOUT_MS = 15_000
/** Another instance's migrations may take some time. */
const MIGRATION_TIMEOUT_MS = 120_000

/**
 * Opens a pool on PostgreSQL and migrates it. @throws ConnectError `invalid_setting` when it cannot be
 * reached.
 */
export async function openPostgresDatabase(url: string, logger: Logger): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'connect-account',
  })
  // Without these listeners a connection that breaks would end the process: the first is for idle ones, the
  // other for those in use.
  pool.on('error', (error) => logger.warn({ err: errorForLog(error) }, 'An idle database connection broke'))
  pool.on('connect', (client) => {
    // The next statement on it rejects, which informs its caller.
    client.on('error', () => {})
  })
  try {
    await migrateUnderLock(url)
  } catch (cause) {
    await pool.end()
    throw invalidSetting(describeFailure(url, cause), cause)
  }
  const listener = createPostgresListener({ url, connectTimeoutMs: CONNECT_TIMEOUT_MS, logger })
  return {
    queries: drizzle(pool),
    transaction: (work) => inTransaction(pool, work),
    exclusive: false,
    listen: listener.listen,
    isListening: listener.isConnected,
    async close() {
      await listener.close()
      await pool.end()
    },
  }
}

/** The same queries for each transaction on a connection: statements that were built for them are kept. */
const queriesOf = new WeakMap<pg.PoolClient, Queries>()

async function inTransaction<T>(pool: pg.Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const queries = queriesOf.get(client) ?? drizzle(client)
  queriesOf.set(client, queries)
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(queries)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The lock and an open transaction are the connection's: both end with it, even if this process dies. */
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
    await client.query('begin')
    await migrate(client)
    await client.query('commit')
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
