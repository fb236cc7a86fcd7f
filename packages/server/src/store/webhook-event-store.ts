import { and, desc, eq, sql } from 'drizzle-orm'
import type { UpstreamEvent } from '../upstream-event.ts'
import { type Claim, type Claims, claimsOf } from './claims.ts'
import type { Database, Queries } from './database.ts'
import { webhookEventsTable } from './schema.ts'

/** The channel that is notified when an event comes in. */
export const WEBHOOK_CHANNEL = 'connect_webhook'

export interface NewWebhookEvent {
  /** Unipile's id: deliveries repeat. */
  readonly id: string
  readonly type: string
  readonly receivedAt: Date
  readonly event: UpstreamEvent
}

/** An event that this instance applies now. */
export interface ClaimedEvent extends Claim {
  readonly receivedAt: Date
  readonly event: UpstreamEvent
}

/** A line of the delivery log: what came in, and the result. */
export interface WebhookEventRecord {
  readonly id: string
  readonly type: string
  readonly receivedAt: Date
  /** How often it was tried. */
  readonly attempts: number
  /** The error code of the last try that failed. */
  readonly failure: string | null
  /** When it was applied or given up; null while it is pending. */
  readonly processedAt: Date | null
}

/**
 * The inbox of webhook events: what was stored is applied, by one instance at a time, even if one dies while
 * applying it.
 */
export class WebhookEventStore {
  readonly #database: Database
  readonly #queries: Queries
  readonly #claims: Claims

  constructor(database: Database) {
    this.#database = database
    this.#queries = database.queries
    this.#claims = claimsOf(database.queries, webhookEventsTable)
  }

  /** Stores the event and wakes every instance; a repeated event changes nothing. */
  async add(event: NewWebhookEvent): Promise<void> {
    const added = this.#queries.$with('added').as(
      this.#queries
        .insert(webhookEventsTable)
        .values({ ...event, dueAt: event.receivedAt })
        .onConflictDoNothing()
        .returning({ id: webhookEventsTable.id }),
    )
    await this.#queries
      .with(added)
      .select({ notified: sql`pg_notify(${WEBHOOK_CHANNEL}, '')` })
      .from(added)
  }

  /** Records an event that needs no action. */
  async record({ id, type, receivedAt }: Omit<NewWebhookEvent, 'event'>): Promise<void> {
    await this.#queries
      .insert(webhookEventsTable)
      .values({ id, type, receivedAt, dueAt: receivedAt, settledAt: receivedAt })
      .onConflictDoNothing()
  }

  /** Claims due events until the given time. */
  async claimDue(now: Date, until: Date, limit: number): Promise<ClaimedEvent[]> {
    const claimed = await this.#queries
      .update(webhookEventsTable)
      .set(this.#claims.claimed(until))
      .where(this.#claims.due(now, limit))
      .returning({
        id: webhookEventsTable.id,
        receivedAt: webhookEventsTable.receivedAt,
        event: webhookEventsTable.event,
        dueAt: webhookEventsTable.dueAt,
        attempts: webhookEventsTable.attempts,
      })
    // The content of an event that waits was not removed.
    return claimed.flatMap(({ event, ...claim }) => (event ? [{ ...claim, event }] : []))
  }

  /** Marks the event as applied in the same transaction as what `apply` writes. */
  async complete<T>(id: string, at: Date, apply: (transaction: Queries) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (transaction) => {
      const applied = await apply(transaction)
      await transaction
        .update(webhookEventsTable)
        .set({ settledAt: at, event: null, failure: null })
        .where(and(eq(webhookEventsTable.id, id), this.#claims.waiting))
      return applied
    })
  }

  /** Puts the event back to be tried again; no-op if the claim has lapsed. */
  async postpone(event: ClaimedEvent, until: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(event, { dueAt: until, failure })
  }

  /** Never tries the event again. It is kept for inspection. */
  async giveUp(event: ClaimedEvent, at: Date, failure: string): Promise<void> {
    await this.#settleClaim(event, { settledAt: at, failure })
  }

  async #settleClaim(
    claim: ClaimedEvent,
    change: Partial<typeof webhookEventsTable.$inferInsert>,
  ): Promise<void> {
    await this.#queries.update(webhookEventsTable).set(change).where(this.#claims.held(claim))
  }

  /** When the next event is to be tried. */
  nextDue(): Promise<Date | undefined> {
    return this.#claims.nextDue()
  }

  /** The delivery log, the latest first. */
  async recentEvents(limit: number): Promise<WebhookEventRecord[]> {
    return this.#queries
      .select({
        id: webhookEventsTable.id,
        type: webhookEventsTable.type,
        receivedAt: webhookEventsTable.receivedAt,
        attempts: webhookEventsTable.attempts,
        failure: webhookEventsTable.failure,
        processedAt: webhookEventsTable.settledAt,
      })
      .from(webhookEventsTable)
      .orderBy(desc(webhookEventsTable.receivedAt))
      .limit(limit)
  }
}
