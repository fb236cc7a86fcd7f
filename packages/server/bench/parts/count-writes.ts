import pg from 'pg'
import * as v from 'valibot'

const countSchema = v.object({ writes: v.pipe(v.string(), v.transform(Number)) })

/** Rate limit counts are not durable: it is in a table without a log (`relpersistence`). */
const written = `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as writes
  from pg_stat_user_tables join pg_class on pg_class.oid = relid where relpersistence = 'p'`

/** Whether a client other than this one is connected; checked every hundredth of a second. */
const others = `select pg_sleep(0.01) from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`
const TRIES = 1_000

/**
 * The rows that were added, changed or removed in durable tables of the database, once its clients have
 * disconnected: a connection reports its last numbers when it ends (PostgreSQL, "The Cumulative Statistics
 * System").
 */
export async function countWrites(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (let tries = 0; (await client.query(others)).rows.length > 0; tries++)
      if (tries === TRIES) throw new Error('A client is still connected to the database.')
    return v.parse(countSchema, (await client.query(written)).rows[0]).writes
  } finally {
    await client.end()
  }
}
