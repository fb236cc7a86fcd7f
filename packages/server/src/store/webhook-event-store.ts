import { and, asc, desc, eq, inArray, isNull, lte, min, sql } from 'drizzle-orm'
import type { UpstreamEvent } from '../upstream-event.ts'
import type { Database, Queries } from './database.ts'
import { webhookEventsTable } from './schema.ts'

/** The channel that says that an event has come in. */
export const WEBHOOK_CHANNEL = 'connect_webhook'

export interface NewWebhookEvent {
  /** Unipile's id: deliveries repeat. */
  readonly id: string
  readonly type: string
  readonly receivedAt: Date
  readonly event: UpstreamEvent
}

/** An event that this instance applies now; others leave it alone until `dueAt`. */
export interface ClaimedEvent {
  readonly id: string
  readonly receivedAt: Date
  readonly event: UpstreamEvent
  readonly dueAt: Date
  /** This try counted. */
  readonly attempts: number
}

/** A line of the delivery log: what came in, and what became of it. */
export interface WebhookEventRecord {
  readonly id: string
  readonly type: string
  readonly receivedAt: Date
  /** How often it was tried. */
  readonly attempts: number
  /** The error code of the last try that failed. */
  readonly failure: string | null
  /** When it was applied, or given up; null while it is still to be done. */
  readonly processedAt: Date | null
}

const waiting = isNull(webhookEventsTable.processedAt)

/** The inbox of webhook events: whatever was taken in is applied, by one instance at a time, however often one dies. */
export class WebhookEventStore {
  readonly #database: Database
  readonly #queries: Queries

  constructor(database: Database) {
    this.#database = database
    this.#queries = database.queries
  }

  /** Takes the event in and wakes every instance; an event that came before is left as it is. */
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
      .select({ told: sql`pg_notify(${WEBHOOK_CHANNEL}, '')` })
      .from(added)
  }

  /** Records an event that there is nothing to do about. */
  async record({ id, type, receivedAt }: Omit<NewWebhookEvent, 'event'>): Promise<void> {
    await this.#queries
      .insert(webhookEventsTable)
      .values({ id, type, receivedAt, dueAt: receivedAt, processedAt: receivedAt })
      .onConflictDoNothing()
  }

  /** Claims what is due until the given time; what other instances are claiming is skipped, not waited for. */
  async claimDue(now: Date, until: Date, limit: number): Promise<ClaimedEvent[]> {
    const due = this.#queries
      .select({ id: webhookEventsTable.id })
      .from(webhookEventsTable)
      .where(and(waiting, lte(webhookEventsTable.dueAt, now)))
      .orderBy(asc(webhookEventsTable.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    const claimed = await this.#queries
      .update(webhookEventsTable)
      .set({ dueAt: until, attempts: sql`${webhookEventsTable.attempts} + 1` })
      .where(inArray(webhookEventsTable.id, due))
      .returning({
        id: webhookEventsTable.id,
        receivedAt: webhookEventsTable.receivedAt,
        event: webhookEventsTable.event,
        dueAt: webhookEventsTable.dueAt,
        attempts: webhookEventsTable.attempts,
      })
    // An event that waits has not been cleared.
    return claimed.flatMap(({ event, ...claim }) => (event ? [{ ...claim, event }] : []))
  }

  /** Marks the event as applied in the same transaction as whatever `apply` writes. */
  async complete<T>(id: string, at: Date, apply: (transaction: Queries) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (transaction) => {
      const applied = await apply(transaction)
      await transaction
        .update(webhookEventsTable)
        .set({ processedAt: at, event: null, failure: null })
        .where(and(eq(webhookEventsTable.id, id), waiting))
      return applied
    })
  }

  /** Puts the event back, to be tried again; no-op where the claim has passed to another. */
  async postpone(event: ClaimedEvent, until: Date, failure: string | null): Promise<void> {
    await this.#settleClaim(event, { dueAt: until, failure })
  }

  /** Never tries the event again. Its body is kept, for whoever looks into it. */
  async giveUp(event: ClaimedEvent, at: Date, failure: string): Promise<void> {
    await this.#settleClaim(event, { processedAt: at, failure })
  }

  async #settleClaim(
    { id, dueAt }: ClaimedEvent,
    change: Partial<typeof webhookEventsTable.$inferInsert>,
  ): Promise<void> {
    await this.#queries
      .update(webhookEventsTable)
      .set(change)
      .where(and(eq(webhookEventsTable.id, id), eq(webhookEventsTable.dueAt, dueAt), waiting))
  }

  /** When the next event is to be tried. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ at: min(webhookEventsTable.dueAt) })
      .from(webhookEventsTable)
      .where(waiting)
    return row?.at ?? undefined
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
        processedAt: webhookEventsTable.processedAt,
      })
      .from(webhookEventsTable)
      .orderBy(desc(webhookEventsTable.receivedAt))
      .limit(limit)
  }
}
