import type { Account } from '@connect-account/core/protocol'
import { and, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { alias } from 'drizzle-orm/pg-core'
import { noting } from './audit-store.ts'
import { type Claim, type Claims, claimsOf } from './claims.ts'
import type { Database, Queries } from './database.ts'
import { ownerStatuses } from './needs-owner.ts'
import { accountsTable, noticesTable } from './schema.ts'

/** A notice that this instance sends now. */
export interface ClaimedNotice extends Claim {
  /** Our id of the account. */
  readonly account: string
  /** The day in UTC that it counts for, as `2026-11-22`. */
  readonly day: string
}

const DAY_MS = 86_400_000

/**
 * Plans a notice, or the next day's if the owner already got an email that day. A notice that is already
 * planned is enough. The queries may be those of a transaction.
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
      // An update without a change, so that the existing row is returned.
      .onConflictDoUpdate({ target: [noticesTable.account, noticesTable.day], set: { account } })
      .returning({ settledAt: noticesTable.settledAt })
    if (planned?.settledAt === null) return
  }
}

/** Notices to owners: at most one per account per day is sent. */
export class NoticeStore {
  readonly #database: Database
  readonly #queries: Queries
  readonly #claims: Claims

  constructor(database: Database) {
    this.#database = database
    this.#queries = database.queries
    this.#claims = claimsOf(database.queries, noticesTable)
  }

  /** Claims due notices until the given time. */
  async claimDue(now: Date, until: Date, limit: number): Promise<ClaimedNotice[]> {
    return this.#queries
      .update(noticesTable)
      .set(this.#claims.claimed(until))
      .where(this.#claims.due(now, limit))
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

  /** Removes a notice on a day that already has one. */
  async drop({ id }: ClaimedNotice): Promise<void> {
    await this.#queries.delete(noticesTable).where(and(eq(noticesTable.id, id), this.#claims.waiting))
  }

  /**
   * Removes the notice of an account that no longer needs its owner, so that another one may be sent that
   * day. Resolves to `false` and keeps it if the account needs its owner again: `planNotice` finds this
   * notice and plans no other, or waits until it is removed.
   */
  async dropRecovered({ id, account }: ClaimedNotice): Promise<boolean> {
    return this.#database.transaction(async (transaction) => {
      const own = and(eq(noticesTable.id, id), this.#claims.waiting)
      await transaction.select({ id: noticesTable.id }).from(noticesTable).where(own).for('update')
      // In a separate statement, which sees what was committed while this one waited for the row.
      const needed = await transaction
        .select({ id: accountsTable.id })
        .from(accountsTable)
        .where(and(eq(accountsTable.id, account), inArray(accountsTable.status, ownerStatuses)))
      if (needed.length > 0) return false
      await transaction.delete(noticesTable).where(own)
      return true
    })
  }

  /** Puts the notice back to be tried again. */
  async postpone(notice: ClaimedNotice, until: Date, failure: string): Promise<void> {
    await this.#settleClaim(notice, { dueAt: until, failure })
  }

  /** Marks the notice as sent, or as given up because of `failure`. */
  async settle(notice: ClaimedNotice, at: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(notice, { settledAt: at, failure })
  }

  async #settleClaim(claim: ClaimedNotice, change: Partial<typeof noticesTable.$inferInsert>): Promise<void> {
    const changed = this.#queries
      .$with('changed')
      .as(this.#queries.update(noticesTable).set(change).where(this.#claims.held(claim)).returning())
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
  nextDue(): Promise<Date | undefined> {
    return this.#claims.nextDue()
  }
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
