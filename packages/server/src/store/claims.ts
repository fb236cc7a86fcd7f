import { and, asc, eq, inArray, isNull, lte, min, type SQL, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import type { noticesTable, removalsTable, webhookEventsTable } from './schema.ts'

/** A row that this instance works on; others leave it alone until `dueAt`. */
export interface Claim {
  readonly id: string
  readonly dueAt: Date
  /** How often it was tried, this try included. */
  readonly attempts: number
}

/**
 * A table whose rows are worked on once each: `dueAt` says when, or until when an instance has claimed the
 * row.
 */
type ClaimedTable = typeof webhookEventsTable | typeof noticesTable | typeof removalsTable

/** How the rows of a table are claimed and settled, as parts of that table's statements. */
export interface Claims {
  /** The row is not settled yet. */
  readonly waiting: SQL
  /** The row is due. Rows that other instances are claiming are skipped, not waited for. */
  due(now: Date, limit: number): SQL
  /** The change that claims a row until the given time. */
  claimed(until: Date): { readonly dueAt: Date; readonly attempts: SQL }
  /** The row is still held by this claim: it has neither lapsed to another instance nor been settled. */
  held(claim: Pick<Claim, 'id' | 'dueAt'>): SQL | undefined
  /** When the next row is due. */
  nextDue(): Promise<Date | undefined>
}

export function claimsOf(queries: Queries, table: ClaimedTable): Claims {
  const waiting = isNull(table.settledAt)
  return {
    waiting,
    due(now, limit) {
      const rows = queries
        .select({ id: table.id })
        .from(table)
        .where(and(waiting, lte(table.dueAt, now)))
        .orderBy(asc(table.dueAt))
        .limit(limit)
        .for('update', { skipLocked: true })
      return inArray(table.id, rows)
    },
    claimed: (until) => ({ dueAt: until, attempts: sql`${table.attempts} + 1` }),
    held: ({ id, dueAt }) => and(eq(table.id, id), eq(table.dueAt, dueAt), waiting),
    async nextDue() {
      const [row] = await queries
        .select({ at: min(table.dueAt) })
        .from(table)
        .where(waiting)
      return row?.at ?? undefined
    },
  }
}
