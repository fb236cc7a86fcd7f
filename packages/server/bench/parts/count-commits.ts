import type pg from 'pg'
import * as v from 'valibot'

const idSchema = v.object({ id: v.pipe(v.string(), v.transform(Number)) })

/**
 * The transactions that wrote something, for each thing that `work` says it did: each takes an id of its own, a transaction
 * that only reads takes none (PostgreSQL, "Transactions and Identifiers").
 */
export async function countCommits(client: pg.Client, work: () => Promise<number>): Promise<number> {
  const read = async () => {
    const { rows } = await client.query('select pg_snapshot_xmax(pg_current_snapshot())::text as id')
    return v.parse(idSchema, rows[0]).id
  }
  const before = await read()
  const done = await work()
  return ((await read()) - before) / done
}
