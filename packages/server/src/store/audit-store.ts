import { and, asc, eq, gte, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { type auditActions, auditTable } from './schema.ts'

/** What is recorded. A newer version may add to these; none changes its meaning. */
export type AuditAction = (typeof auditActions)[number]

/** Who did what, and when. It holds no secret, and nothing that a user typed. */
export interface AuditRecord {
  /** Grows with each record. */
  readonly id: number
  readonly at: Date
  /** The host's own id of the user whose account, intent or link it is. */
  readonly userId: string
  readonly action: AuditAction
  /** The provider's id in the catalogue. */
  readonly provider?: string
  /** The account's id, as browsers know it. */
  readonly accountId?: string
  readonly intentId?: string
  /**
   * Of `intent_ended`: the type of its outcome or, of a failure, the error code. An expired intent whose user
   * brings a consent back late ends a second time.
   */
  readonly result?: string
}

/** Which records to return. */
export interface AuditQuery {
  /** Default: every user's. */
  readonly userId?: string
  /** Those of this time and later. Default: all that are kept (`timings.keepAuditDays`). */
  readonly from?: Date
  /** 1 to 1 000. Default: 100. */
  readonly limit?: number
}

/** A note for each row that a change returns, as expressions over that row. */
export interface Note {
  readonly action: AuditAction
  readonly at: SQLWrapper
  readonly userId: SQLWrapper
  readonly provider?: SQLWrapper
  /** Our id of the account. */
  readonly account?: SQLWrapper
  readonly intentId?: SQLWrapper
  readonly result?: SQLWrapper
  /** The rows that are noted. Default: every one. */
  readonly where?: SQL | undefined
}

const nothing = sql`null`

/**
 * The part of a statement that writes the notes of its part `changed`. A change and its notes are one
 * statement: neither is ever there without the other, and noting costs no round trip.
 */
export function noting(queries: Queries, changed: SQLWrapper, ...notes: Note[]) {
  const rows = notes.map((note) => {
    const { action, at, userId, provider = nothing, account = nothing, where } = note
    const { intentId = nothing, result = nothing } = note
    const row = sql`select ${at}, ${userId}, ${sql.raw(`'${action}'`)}, ${provider}::text, ${account}::uuid, ${intentId}::text, ${result}::text from ${changed}`
    return where ? sql`${row} where ${where}` : row
  })
  const columns = sql.raw('at, user_id, action, provider, account, intent_id, result')
  return queries
    .$with('noted', {})
    .as(sql`insert into ${auditTable} (${columns}) ${sql.join(rows, sql` union all `)}`)
}

/** What was noted. Nothing changes a note; housekeeping removes the old ones. */
export class AuditStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  /** The oldest first. */
  async list({ userId, from = new Date(0), limit = 100 }: AuditQuery): Promise<AuditRecord[]> {
    const rows = await this.#queries
      .select()
      .from(auditTable)
      .where(and(userId === undefined ? undefined : eq(auditTable.userId, userId), gte(auditTable.at, from)))
      .orderBy(asc(auditTable.at), asc(auditTable.id))
      .limit(Math.min(Math.max(Math.trunc(limit), 1), 1_000))
    return rows.map(readRow)
  }
}

function readRow(row: typeof auditTable.$inferSelect): AuditRecord {
  return {
    id: row.id,
    at: row.at,
    userId: row.userId,
    action: row.action,
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.account === null ? {} : { accountId: row.account }),
    ...(row.intentId === null ? {} : { intentId: row.intentId }),
    ...(row.result === null ? {} : { result: row.result }),
  }
}
