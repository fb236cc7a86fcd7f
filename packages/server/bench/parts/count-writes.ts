import pg from 'pg'
import * as v from 'valibot'

const countSchema = v.object({ writes: v.pipe(v.string(), v.transform(Number)) })

/** What is counted against a limit is not durable: it is in a table without a log (`relpersistence`). */
const written = `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as writes
  from pg_stat_user_tables join pg_class on pg_class.oid = relid where relpersistence = 'p'`

/**
 * The rows that were added, changed or removed in durable tables of the database, whose users have all left: a connection reports
 * its last numbers when it ends (PostgreSQL, "The Cumulative Statistics System").
 */
export async function countWrites(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const others =
      'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
    while ((await client.query(others)).rows.length > 0);
    return v.parse(countSchema, (await client.query(written)).rows[0]).writes
  } finally {
    await client.end()
  }
}
