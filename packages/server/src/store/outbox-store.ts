import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queries } from './database.ts'
import type { HostEvent, HostEventType } from './host-event.ts'
import type { NewHostEvent } from './new-host-event.ts'
import { outboxTable } from './schema.ts'

/** The channel that is notified when there is an event to deliver. */
export const OUTBOX_CHANNEL = 'connect_outbox'

/** Where events are delivered to. */
export type OutboxTarget = 'callbacks' | 'http'

/** Where an event of this type goes. */
export type TargetsOf = (type: HostEventType) => readonly OutboxTarget[]

/** An event that this instance delivers now. */
export interface ClaimedHostEvent {
  /** The same for each delivery of the event, to every target. */
  readonly id: string
  readonly sequence: number
  readonly event: HostEvent
  readonly createdAt: Date
  /** This instance has it until then. */
  readonly dueAt: Date
  /** It is given up after that. */
  readonly until: Date
  /** How often it was tried, this try included. */
  readonly attempts: number
}

/** An event that was given up. */
export interface MissedEvent {
  readonly id: string
  /** Its place among all events: grows with each. */
  readonly sequence: number
  /** Where it could not be delivered to. */
  readonly target: OutboxTarget
  readonly event: HostEvent
  readonly createdAt: Date
  readonly attempts: number
  /** Why the last try failed: `callback_failed`, `timeout`, `unreachable`, or `http_` and a status. */
  readonly failure: string
}

/** A row of the outbox before it has a place in it. */
export type NewOutboxRow = Omit<typeof outboxTable.$inferSelect, 'sequence'>

/** How long an event is tried, in milliseconds: three days. */
const PATIENCE_MS = 3 * 86_400_000

/** The rows of an event, one per target. */
export function outboxRows(targetsOf: TargetsOf, { stream, event }: NewHostEvent, at: Date): NewOutboxRow[] {
  const id = `evt_${randomUUID()}`
  return targetsOf(event.type).map((target) => ({
    id,
    target,
    stream,
    userId: event.data.userId,
    event,
    createdAt: at,
    dueAt: at,
    until: new Date(at.getTime() + PATIENCE_MS),
    attempts: 0,
    failure: null,
    settledAt: null,
    forget: false,
  }))
}

/** Sent when the transaction of its statement commits. */
export const outboxNotification = sql`pg_notify(${OUTBOX_CHANNEL}, '')`

const waiting = isNull(outboxTable.settledAt)
const earlier = alias(outboxTable, 'earlier')
/** No event of the same stream waits before it. */
const isFirst = sql`not exists (select from ${outboxTable} as ${sql.identifier('earlier')} where ${earlier.target} = ${outboxTable.target} and ${earlier.stream} = ${outboxTable.stream} and ${earlier.sequence} < ${outboxTable.sequence} and ${earlier.settledAt} is null)`

/**
 * What the host is to be told. An event is added in the transaction of the change that it is about, so neither is
 * ever there without the other, and it stays until it was delivered or given up. Those of one stream are claimed
 * one after the other, in their order.
 */
export class OutboxStore {
  readonly #queries: Queries
  readonly #targetsOf: TargetsOf

  /** The queries may be those of a transaction. */
  constructor(queries: Queries, targetsOf: TargetsOf) {
    this.#queries = queries
    this.#targetsOf = targetsOf
  }

  /**
   * Adds events and wakes every instance with the commit. To be called after the statement that changes what they
   * are about, whose lock gives them their order.
   * @param forget Whether to keep nothing of it once it was delivered, because its user is being erased.
   */
  async add(events: readonly NewHostEvent[], at: Date, forget = false): Promise<void> {
    const rows = events.flatMap((event) => outboxRows(this.#targetsOf, event, at))
    if (rows.length === 0) return
    await this.#queries
      .insert(outboxTable)
      .values(rows.map((row) => ({ ...row, forget })))
      .returning({ notified: outboxNotification })
  }

  /** Claims due events until the given time, of each stream the first that waits. */
  async claimDue(target: OutboxTarget, now: Date, until: Date, limit: number): Promise<ClaimedHostEvent[]> {
    const { sequence, dueAt } = outboxTable
    const due = this.#queries
      .select({ sequence })
      .from(outboxTable)
      .where(and(eq(outboxTable.target, target), waiting, lte(dueAt, now), isFirst))
      .orderBy(asc(dueAt), asc(sequence))
      .limit(limit)
      .for('update', { skipLocked: true })
    return this.#queries
      .update(outboxTable)
      .set({ dueAt: until, attempts: sql`${outboxTable.attempts} + 1` })
      .where(sql`${sequence} = any(array(${due}))`)
      .returning({
        id: outboxTable.id,
        sequence,
        event: outboxTable.event,
        createdAt: outboxTable.createdAt,
        dueAt,
        until: outboxTable.until,
        attempts: outboxTable.attempts,
      })
  }

  /** When the next event of this target can be claimed. */
  async nextDue(target: OutboxTarget): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ at: outboxTable.dueAt })
      .from(outboxTable)
      .where(and(eq(outboxTable.target, target), waiting, isFirst))
      .orderBy(asc(outboxTable.dueAt), asc(outboxTable.sequence))
      .limit(1)
    return row?.at
  }

  /** Marks the event as delivered. */
  async settle(event: ClaimedHostEvent, at: Date): Promise<void> {
    await this.#end(event, at, null)
  }

  /** Puts the event back to be tried again. Those of its stream wait for it. */
  async postpone(event: ClaimedHostEvent, until: Date, failure: string): Promise<void> {
    await this.#queries.update(outboxTable).set({ dueAt: until, failure }).where(held(event))
  }

  /** Tries the event no more. It is kept as missed. */
  async giveUp(event: ClaimedHostEvent, at: Date, failure: string): Promise<void> {
    await this.#end(event, at, failure)
  }

  async #end(event: ClaimedHostEvent, settledAt: Date, failure: string | null): Promise<void> {
    const forgotten = await this.#queries
      .delete(outboxTable)
      .where(and(held(event), eq(outboxTable.forget, true)))
      .returning({ id: outboxTable.id })
    if (forgotten.length > 0) return
    await this.#queries.update(outboxTable).set({ settledAt, failure }).where(held(event))
  }

  /** Those that were given up, the oldest first: those after `after`, a place in the outbox. */
  async listMissed(after: number, limit: number): Promise<MissedEvent[]> {
    const { sequence, settledAt, failure } = outboxTable
    const rows = await this.#queries
      .select()
      .from(outboxTable)
      .where(and(isNotNull(settledAt), isNotNull(failure), gt(sequence, after)))
      .orderBy(asc(sequence))
      .limit(limit)
    return rows.flatMap(({ id, target, event, createdAt, attempts, failure, sequence }) =>
      failure === null ? [] : [{ id, sequence, target, event, createdAt, attempts, failure }],
    )
  }

  /** Delivers the event once more, to every target that it went to. @returns whether there is one of this id. */
  async resend(id: string, now: Date): Promise<boolean> {
    const again = await this.#queries
      .update(outboxTable)
      .set({
        settledAt: null,
        failure: null,
        attempts: 0,
        dueAt: now,
        until: new Date(now.getTime() + PATIENCE_MS),
      })
      .where(eq(outboxTable.id, id))
      .returning({ notified: outboxNotification })
    return again.length > 0
  }

  /** Removes the user's events that were delivered or given up; the others are removed once they are. */
  async forgetUser(userId: string): Promise<void> {
    const ofUser = eq(outboxTable.userId, userId)
    // First, because one that is delivered meanwhile waits no more.
    await this.#queries.update(outboxTable).set({ forget: true }).where(and(ofUser, waiting))
    await this.#queries.delete(outboxTable).where(and(ofUser, isNotNull(outboxTable.settledAt)))
  }
}

/** The row is still held by this claim. */
function held({ sequence, dueAt }: ClaimedHostEvent): SQL | undefined {
  return and(eq(outboxTable.sequence, sequence), eq(outboxTable.dueAt, dueAt), waiting)
}
