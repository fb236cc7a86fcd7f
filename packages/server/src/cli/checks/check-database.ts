import pg from 'pg'
import { MIGRATIONS_TABLE, newestMigration, readNewestApplied } from '../../store/migrate.ts'
import { createClient } from './connect.ts'
import { type Check, type Finding, failed, passed, skipped } from './finding.ts'

const NOTIFY_TIMEOUT_MS = 3_000

/**
 * Whether the database responds, has our tables, and carries notifications from one connection to another.
 */
export const checkDatabase: Check = async ({ databaseUrl }) => {
  if (!databaseUrl)
    return skipped('DATABASE_URL is not set: the host keeps an embedded one, for one instance only.')
  const [listener, speaker] = [createClient(databaseUrl), createClient(databaseUrl)]
  try {
    await Promise.all([listener.connect(), speaker.connect()])
    return (await checkMigrations(speaker)) ?? (await checkNotifications(listener, speaker))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return failed(
      `cannot be reached${code}.`,
      'Check DATABASE_URL: that the server runs, and that the user, the password and the database are right.',
    )
  } finally {
    await Promise.allSettled([listener.end(), speaker.end()])
  }
}

/** @returns what is wrong with the tables, if anything. */
async function checkMigrations(client: pg.Client): Promise<Finding | undefined> {
  const there = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    MIGRATIONS_TABLE,
  ])
  const remedy = 'Start the host once: it migrates by itself.'
  if (!there.rows[0]?.there) return failed('is reachable, but has no tables of ours yet.', remedy)
  const at = await readNewestApplied(client)
  if (at < newestMigration) return failed('is reachable, but its tables are of an older version.', remedy)
  if (at > newestMigration) {
    return failed(
      'is reachable, but its tables are of a newer version.',
      'Update this package to the version that the host runs.',
    )
  }
  return undefined
}

async function checkNotifications(listener: pg.Client, speaker: pg.Client): Promise<Finding> {
  const channel = `connect_doctor_${process.pid}`
  await listener.query(`listen ${pg.escapeIdentifier(channel)}`)
  let limit: NodeJS.Timeout | undefined
  const notified = new Promise<boolean>((resolve) => {
    listener.once('notification', () => resolve(true))
    limit = setTimeout(() => resolve(false), NOTIFY_TIMEOUT_MS)
  })
  await speaker.query('select pg_notify($1, $2)', [channel, ''])
  const carried = await notified
  clearTimeout(limit)
  if (carried) return passed('is reachable, its tables are current, and LISTEN works.')
  return failed(
    'is reachable, but LISTEN does not work.',
    'Connect to PostgreSQL itself, or to a pooler in session mode: one in transaction mode loses notifications.',
  )
}
