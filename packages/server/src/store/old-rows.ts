import { and, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Timings } from '../timings.ts'
import type { Queries } from './database.ts'
import {
  auditTable,
  intentsTable,
  linksTable,
  noticesTable,
  outboxTable,
  rateLimitsTable,
  removalsTable,
  webhookEventsTable,
} from './schema.ts'

export interface OldRows {
  readonly table: PgTable
  readonly where: SQL | undefined
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Unipile repeats deliveries for less. */
const EVENT_DAYS = 7
/** For so long a link that has expired says so. */
const LINK_DAYS = 7
const NOTICE_DAYS = 30
const REMOVAL_DAYS = 7
const OUTBOX_DAYS = 30

/** The rows that are no longer used, table by table; each condition is on an index. */
export function oldRows(timings: Timings, now: number): OldRows[] {
  const ago = (milliseconds: number) => new Date(now - milliseconds)
  return [
    { table: intentsTable, where: lt(intentsTable.endedAt, ago(timings.keepIntentsHours * HOUR)) },
    {
      table: webhookEventsTable,
      where: and(
        lt(webhookEventsTable.receivedAt, ago(EVENT_DAYS * DAY)),
        isNotNull(webhookEventsTable.settledAt),
      ),
    },
    { table: linksTable, where: lt(linksTable.expiresAt, ago(LINK_DAYS * DAY)) },
    { table: noticesTable, where: lt(noticesTable.settledAt, ago(NOTICE_DAYS * DAY)) },
    { table: outboxTable, where: lt(outboxTable.settledAt, ago(OUTBOX_DAYS * DAY)) },
    { table: removalsTable, where: lt(removalsTable.settledAt, ago(REMOVAL_DAYS * DAY)) },
    { table: auditTable, where: lt(auditTable.at, ago(timings.keepAuditDays * DAY)) },
    { table: rateLimitsTable, where: lt(rateLimitsTable.expire, now) },
  ]
}

/** Removes at most `limit` of them. @returns how many. */
export async function deleteBatch(
  queries: Queries,
  { table, where }: OldRows,
  limit: number,
): Promise<number> {
  const batch = sql`array(select ctid from ${table} where ${where} limit ${limit})`
  const deleted = await queries.delete(table).where(sql`ctid = any(${batch})`).returning({ one: sql`1` })
  return deleted.length
}
