import { migrations } from './migrations.ts'

/** One connection: of `pg`, or of PGlite. */
interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>
}

/**
 * Where applied migrations are counted, in drizzle's layout: a table of our own, beside what the host
 * migrates with.
 */
export const MIGRATIONS_TABLE = 'public.connect_migrations'

/**
 * The advisory lock under which one instance migrates while the others wait: "connect" in ASCII, as a bigint.
 */
export const MIGRATION_LOCK = '27988542883652468'

/** When the newest migration was generated: what an up-to-date database counts last. */
export const newestMigration = Math.max(...migrations.map(({ at }) => at))

/**
 * Applies what the database does not have yet. The caller starts a transaction before it, and commits or
 * rolls back.
 */
export async function migrate(connection: Connection): Promise<void> {
  await connection.query(
    `create table if not exists ${MIGRATIONS_TABLE} (id serial primary key, hash text not null, created_at bigint)`,
  )
  const applied = await readNewestApplied(connection)
  for (const { at, hash, statements } of migrations) {
    if (at <= applied) continue
    for (const statement of statements) await connection.query(statement)
    await connection.query(`insert into ${MIGRATIONS_TABLE} (hash, created_at) values ($1, $2)`, [hash, at])
  }
}

/**
 * @returns when the newest migration of the database was generated, in epoch milliseconds; 0 if none was
 *   applied.
 */
export async function readNewestApplied(connection: Connection): Promise<number> {
  const { rows } = await connection.query(`select max(created_at)::text as at from ${MIGRATIONS_TABLE}`)
  return Number(rows[0]?.at ?? 0)
}
