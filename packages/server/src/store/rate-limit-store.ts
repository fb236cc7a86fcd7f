import { sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { columnsOf, givenRows } from './fast-path/given-rows.ts'
import { inBatches } from './fast-path/in-batches.ts'
import { statementsFor } from './fast-path/statements.ts'
import { rateLimitsTable } from './schema.ts'

/** One counted call. */
export interface Counted {
  readonly id: string
  readonly points: number
  /** When the running total starts again, if this call is its first. Epoch milliseconds, as is `now`. */
  readonly expire: number
  readonly now: number
}

/** The running total of a key. */
export interface Count {
  readonly points: number
  /** Epoch milliseconds. */
  readonly expire: number | null
}

const { key, points, expire } = rateLimitsTable
const { row: given, part: givenCounts } = givenRows(rateLimitsTable, 'given')

const statements = statementsFor((queries) => ({
  count: queries
    .with(givenCounts(queries))
    .insert(rateLimitsTable)
    .select(sql`select ${columnsOf(given)} from given`)
    .onConflictDoUpdate({
      target: key,
      set: {
        points: sql`case when ${expire} <= ${sql.placeholder('now')} then 0 else ${points} end + excluded.points`,
        expire: sql`case when ${expire} <= ${sql.placeholder('now')} then excluded.expire else ${expire} end`,
      },
    })
    .returning({ id: key, points, expire })
    .prepare('connect_rate_limits_count'),
}))

/** Counts calls by key, over all instances. */
export class RateLimitStore {
  readonly #count: (counted: Counted) => Promise<Count | undefined>

  constructor(queries: Queries) {
    const { count } = statements(queries)
    this.#count = inBatches((all) =>
      count.execute({
        given: JSON.stringify(all.map(({ id, points, expire }) => ({ key: id, points, expire }))),
        now: Math.max(...all.map(({ now }) => now)),
      }),
    )
  }

  async count(counted: Counted): Promise<Count> {
    const count = await this.#count(counted)
    if (!count) throw new Error('The count was not written.')
    return count
  }
}
