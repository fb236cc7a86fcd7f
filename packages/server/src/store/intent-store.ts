import { isAwaited, isOutcome, type Step } from '@connect-account/core/protocol'
import { and, asc, eq, gt, inArray, isNull, lte, min, or, sql } from 'drizzle-orm'
import { AccountStore } from './account-store.ts'
import type { Queries } from './database.ts'
import { intentsTable } from './schema.ts'

/** An intent with what a browser must not see. */
export type IntentRecord = Readonly<typeof intentsTable.$inferSelect>

export interface NewIntent {
  readonly id: string
  readonly userId: string
  readonly provider: string
  readonly method: string
  readonly mode: 'link' | 'relink'
  readonly relinkAccount?: string
  readonly idempotencyKey: string
  readonly state: string
  readonly returnTo?: string
  readonly display?: 'redirect' | 'popup'
  readonly step: Step
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** The next revision. Whether it is the end, or awaited, follows from the step and from Unipile having an id to ask about. */
export interface NextRevision {
  readonly step: Step
  readonly upstreamIntentId?: string
  /** When the next question to Unipile is due. Default: now. */
  readonly pollAt?: Date
}

/** The channel that carries the id of each intent that changed. */
export const INTENT_CHANNEL = 'connect_intent'

const open = isNull(intentsTable.endedAt)

/** The intents. An end is final: nothing here changes an intent that has one. */
export class IntentStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  /** Adds the intent, unless this user has one under the same key: then `created` is false and `intent` is that one. */
  async add(intent: NewIntent): Promise<{ intent: IntentRecord; created: boolean }> {
    const [added] = await this.#queries
      .insert(intentsTable)
      .values({
        ...intent,
        revision: 1,
        checkpointId: checkpointId(intent.step),
        awaiting: false,
        faults: 0,
        nextPollAt: intent.createdAt,
      })
      .onConflictDoNothing({ target: [intentsTable.userId, intentsTable.idempotencyKey] })
      .returning()
    if (added) return { intent: added, created: true }
    const [there] = await this.#queries
      .select()
      .from(intentsTable)
      .where(
        and(eq(intentsTable.userId, intent.userId), eq(intentsTable.idempotencyKey, intent.idempotencyKey)),
      )
    if (!there) throw new Error('The intent under this key was removed meanwhile.')
    return { intent: there, created: false }
  }

  async find(id: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries.select().from(intentsTable).where(eq(intentsTable.id, id))
    return intent
  }

  async findByState(state: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries.select().from(intentsTable).where(eq(intentsTable.state, state))
    return intent
  }

  /**
   * The one way to change an intent. `decide` sees it locked, as it stands, and answers the next revision or nothing; it is
   * not asked once the intent has ended. Whatever it writes to `accounts` is committed with the revision or not at all.
   */
  async advance(
    id: string,
    at: Date,
    decide: (intent: IntentRecord, accounts: AccountStore) => Promise<NextRevision | undefined>,
  ): Promise<{ intent: IntentRecord; changed: boolean } | undefined> {
    return this.#queries.transaction(async (transaction) => {
      const [intent] = await transaction
        .select()
        .from(intentsTable)
        .where(eq(intentsTable.id, id))
        .for('update')
      if (!intent) return undefined
      if (intent.endedAt) return { intent, changed: false }
      const next = await decide(intent, new AccountStore(transaction))
      if (!next) return { intent, changed: false }
      const ended = isOutcome(next.step)
      const upstreamIntentId = next.upstreamIntentId ?? intent.upstreamIntentId
      const [changed] = await transaction
        .update(intentsTable)
        .set({
          step: next.step,
          revision: intent.revision + 1,
          checkpointId: checkpointId(next.step),
          awaiting: isAwaited(next.step.type) && upstreamIntentId !== null,
          nextPollAt: next.pollAt ?? at,
          faults: 0,
          busyUntil: null,
          upstreamIntentId,
          ...(ended ? { endedAt: at, leaseOwner: null, leaseUntil: null } : {}),
        })
        .where(and(eq(intentsTable.id, id), open))
        .returning()
      if (!changed) return { intent, changed: false }
      await transaction.execute(sql`select pg_notify(${INTENT_CHANNEL}, ${id})`)
      return { intent: changed, changed: true }
    })
  }

  /** Notes that the user came back from the consent page; `undefined` for whoever comes a second time. */
  async comeBack(id: string, at: Date): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ returnedAt: at })
      .where(and(eq(intentsTable.id, id), isNull(intentsTable.returnedAt)))
      .returning()
    return intent
  }

  /** Takes the turn to answer this checkpoint; `undefined` when it has passed or somebody else's answer is on its way. */
  async takeTurn(id: string, checkpoint: string, now: Date, until: Date): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ busyUntil: until })
      .where(
        and(
          eq(intentsTable.id, id),
          eq(intentsTable.checkpointId, checkpoint),
          open,
          or(isNull(intentsTable.busyUntil), lte(intentsTable.busyUntil, now)),
        ),
      )
      .returning()
    return intent
  }

  /** Gives the turn back after an answer that changed nothing. */
  async giveTurnBack(id: string, until: Date): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ busyUntil: null })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.busyUntil, until)))
  }

  /** Leases to `owner` what is due to be asked about and leased to nobody; other instances' rows are skipped, not waited for. */
  async leaseDue(owner: string, now: Date, until: Date, limit: number): Promise<IntentRecord[]> {
    const due = this.#queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(
        and(
          sql`${intentsTable.awaiting}`,
          lte(intentsTable.nextPollAt, now),
          gt(intentsTable.expiresAt, now),
          or(isNull(intentsTable.leaseUntil), lte(intentsTable.leaseUntil, now)),
          or(isNull(intentsTable.busyUntil), lte(intentsTable.busyUntil, now)),
        ),
      )
      .orderBy(asc(intentsTable.nextPollAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    return this.#queries
      .update(intentsTable)
      .set({ leaseOwner: owner, leaseUntil: until })
      .where(inArray(intentsTable.id, due))
      .returning()
  }

  /** @returns whether the lease was still `owner`'s. */
  async renewLease(id: string, owner: string, until: Date): Promise<boolean> {
    const rows = await this.#queries
      .update(intentsTable)
      .set({ leaseUntil: until })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.leaseOwner, owner), open))
      .returning({ id: intentsTable.id })
    return rows.length > 0
  }

  /** Gives the lease back, saying when the next question is due. */
  async endLease(id: string, owner: string, next: { pollAt: Date; faults: number }): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ leaseOwner: null, leaseUntil: null, nextPollAt: next.pollAt, faults: next.faults })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.leaseOwner, owner), open))
  }

  /** Ends every lease: for an instance that knows itself to be alone, after a crash. */
  async endAllLeases(): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ leaseOwner: null, leaseUntil: null, busyUntil: null })
      .where(open)
  }

  /** When the next awaited intent can be leased: it is due, and neither leased nor busy. */
  async nextDue(): Promise<Date | undefined> {
    const { nextPollAt, leaseUntil, busyUntil, awaiting } = intentsTable
    const [row] = await this.#queries
      .select({
        at: sql<Date | null>`min(greatest(${nextPollAt}, ${leaseUntil}, ${busyUntil}))`.mapWith(nextPollAt),
      })
      .from(intentsTable)
      .where(sql`${awaiting}`)
    return row?.at ?? undefined
  }

  async listExpired(now: Date, limit: number): Promise<string[]> {
    const rows = await this.#queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(and(open, lte(intentsTable.expiresAt, now)))
      .orderBy(asc(intentsTable.expiresAt))
      .limit(limit)
    return rows.map(({ id }) => id)
  }

  /** When the next open intent expires. */
  async nextExpiry(): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ at: min(intentsTable.expiresAt) })
      .from(intentsTable)
      .where(open)
    return row?.at ?? undefined
  }
}

function checkpointId(step: Step): string | null {
  return isOutcome(step) ? null : step.id
}
