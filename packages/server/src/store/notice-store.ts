import type { Account } from '@connect-account/core/protocol'
import { and, asc, eq, inArray, isNotNull, isNull, lte, min, notExists, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { alias } from 'drizzle-orm/pg-core'
import { noting } from './audit-store.ts'
import type { Database, Queries } from './database.ts'
import { accountsTable, noticesTable } from './schema.ts'

/** A notice that this instance sends now; others leave it alone until `dueAt`. */
export interface ClaimedNotice {
  readonly id: string
  /** Our id of the account. */
  readonly account: string
  /** The day in UTC that it counts for, as `2026-11-22`. */
  readonly day: string
  readonly dueAt: Date
  /** This try counted. */
  readonly attempts: number
}

const DAY_MS = 86_400_000
const waiting = isNull(noticesTable.settledAt)

/**
 * Plans a notice, or the next day's if the owner was written to that day already. A notice that waits already is enough. The queries may be
 * those of a transaction.
 */
export async function planNotice(
  queries: Queries,
  { id: account, status }: Pick<Account, 'id' | 'status'>,
  dueAt: Date,
): Promise<void> {
  for (const due of [dueAt, new Date(dueAt.getTime() + DAY_MS)]) {
    const [planned] = await queries
      .insert(noticesTable)
      .values({ account, status, day: dayOf(due), dueAt: due })
      // An update of nothing, so that the row which is there comes back.
      .onConflictDoUpdate({ target: [noticesTable.account, noticesTable.day], set: { account } })
      .returning({ settledAt: noticesTable.settledAt })
    if (planned?.settledAt === null) return
  }
}

/** Notices to owners: at most one is sent for an account and day, whoever asks for it and however often. */
export class NoticeStore {
  readonly #database: Database
  readonly #queries: Queries

  constructor(database: Database) {
    this.#database = database
    this.#queries = database.queries
  }

  /** Claims what is due until the given time; what other instances are claiming is skipped, not waited for. */
  async claimDue(now: Date, until: Date, limit: number): Promise<ClaimedNotice[]> {
    const due = this.#queries
      .select({ id: noticesTable.id })
      .from(noticesTable)
      .where(and(waiting, lte(noticesTable.dueAt, now)))
      .orderBy(asc(noticesTable.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    return this.#queries
      .update(noticesTable)
      .set({ dueAt: until, attempts: sql`${noticesTable.attempts} + 1` })
      .where(inArray(noticesTable.id, due))
      .returning({
        id: noticesTable.id,
        account: noticesTable.account,
        day: noticesTable.day,
        dueAt: noticesTable.dueAt,
        attempts: noticesTable.attempts,
      })
  }

  /** Counts a notice that comes late for the day on which it is sent. @returns whether that day was free. */
  async moveTo(notice: ClaimedNotice, now: Date): Promise<boolean> {
    const day = dayOf(now)
    if (day === notice.day) return true
    const taken = alias(noticesTable, 'taken')
    const moved = await this.#queries
      .update(noticesTable)
      .set({ day })
      .where(
        and(
          eq(noticesTable.id, notice.id),
          notExists(
            this.#queries
              .select({ id: taken.id })
              .from(taken)
              .where(and(eq(taken.account, notice.account), eq(taken.day, day))),
          ),
        ),
      )
      .returning({ id: noticesTable.id })
    return moved.length > 0
  }

  /** Takes back a notice on a day that has one. */
  async drop({ id }: ClaimedNotice): Promise<void> {
    await this.#queries.delete(noticesTable).where(and(eq(noticesTable.id, id), waiting))
  }

  /**
   * Takes back the notice of an account that no longer needs its owner: another one may be sent that day. Answers `false`, and leaves
   * it, where the account needs them again: whoever plans a notice finds this one, and plans no other, or waits until it is gone.
   */
  async dropRecovered({ id, account }: ClaimedNotice): Promise<boolean> {
    return this.#database.transaction(async (transaction) => {
      const own = and(eq(noticesTable.id, id), waiting)
      await transaction.select({ id: noticesTable.id }).from(noticesTable).where(own).for('update')
      // In a statement of its own, which sees what was committed while the row was waited for.
      const needed = await transaction
        .select({ id: accountsTable.id })
        .from(accountsTable)
        .where(and(eq(accountsTable.id, account), eq(accountsTable.status, 'disconnected')))
      if (needed.length > 0) return false
      await transaction.delete(noticesTable).where(own)
      return true
    })
  }

  /** Puts the notice back, to be tried again. */
  async postpone(notice: ClaimedNotice, until: Date, failure: string): Promise<void> {
    await this.#settleClaim(notice, { dueAt: until, failure })
  }

  /** Sent, or given up for the reason `failure`. */
  async settle(notice: ClaimedNotice, at: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(notice, { settledAt: at, failure })
  }

  async #settleClaim(
    { id, dueAt }: ClaimedNotice,
    change: Partial<typeof noticesTable.$inferInsert>,
  ): Promise<void> {
    const changed = this.#queries.$with('changed').as(
      this.#queries
        .update(noticesTable)
        .set(change)
        .where(and(eq(noticesTable.id, id), eq(noticesTable.dueAt, dueAt), waiting))
        .returning(),
    )
    const ofAccount = (column: AnyPgColumn) =>
      sql`(select ${column} from ${accountsTable} where ${accountsTable.id} = ${changed.account})`
    const sent = noting(this.#queries, changed, {
      action: 'notice_sent',
      at: changed.settledAt,
      userId: ofAccount(accountsTable.userId),
      provider: ofAccount(accountsTable.accountType),
      account: changed.account,
      where: and(isNotNull(changed.settledAt), isNull(changed.failure)),
    })
    await this.#queries.with(changed, sent).select().from(changed)
  }

  /** When the next notice is to be sent. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ at: min(noticesTable.dueAt) })
      .from(noticesTable)
      .where(waiting)
    return row?.at ?? undefined
  }
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
