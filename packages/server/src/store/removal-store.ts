import { sql } from 'drizzle-orm'
import { type Claim, type Claims, claimsOf } from './claims.ts'
import type { Queries } from './database.ts'
import { removalsTable } from './schema.ts'

/** The channel that is notified when an account is to be removed. */
export const REMOVAL_CHANNEL = 'connect_removal'

/** An account that this instance removes at Unipile now. `id` is Unipile's. */
export interface ClaimedRemoval extends Claim {
  /** Until when Unipile may still link it. */
  readonly until: Date
}

/** The accounts to remove at Unipile. What was added is removed, even if the instance that added it dies. */
export class RemovalStore {
  readonly #queries: Queries
  readonly #claims: Claims

  /** The queries may be those of a transaction. */
  constructor(queries: Queries) {
    this.#queries = queries
    this.#claims = claimsOf(queries, removalsTable)
  }

  /**
   * Adds an account and wakes every instance.
   * @param until Until when Unipile may still link it: until then it is looked for again.
   */
  async add(id: string, now: Date, until: Date): Promise<void> {
    const added = this.#queries.$with('added').as(
      this.#queries
        .insert(removalsTable)
        .values({ id, until, dueAt: now })
        .onConflictDoUpdate({
          target: removalsTable.id,
          set: {
            until: sql`greatest(${removalsTable.until}, excluded.until)`,
            dueAt: sql`excluded.due_at`,
            settledAt: null,
          },
        })
        .returning({ id: removalsTable.id }),
    )
    await this.#queries
      .with(added)
      .select({ notified: sql`pg_notify(${REMOVAL_CHANNEL}, '')` })
      .from(added)
  }

  /** Claims due removals until the given time. */
  async claimDue(now: Date, until: Date, limit: number): Promise<ClaimedRemoval[]> {
    return this.#queries
      .update(removalsTable)
      .set(this.#claims.claimed(until))
      .where(this.#claims.due(now, limit))
      .returning({
        id: removalsTable.id,
        until: removalsTable.until,
        dueAt: removalsTable.dueAt,
        attempts: removalsTable.attempts,
      })
  }

  /** Puts the removal back to be tried again; no-op if it was added again meanwhile. */
  async postpone(removal: ClaimedRemoval, until: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(removal, { dueAt: until, failure })
  }

  /** Marks the account as removed, or as given up because of `failure`. */
  async settle(removal: ClaimedRemoval, at: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(removal, { settledAt: at, failure })
  }

  async #settleClaim(
    claim: ClaimedRemoval,
    change: Partial<typeof removalsTable.$inferInsert>,
  ): Promise<void> {
    await this.#queries.update(removalsTable).set(change).where(this.#claims.held(claim))
  }

  /** When the next account is to be removed. */
  nextDue(): Promise<Date | undefined> {
    return this.#claims.nextDue()
  }
}
