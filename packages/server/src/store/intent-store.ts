import { isAwaited, isOutcome, type Step } from '@connect-account/core/protocol'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, min, ne, or, type SQL, sql } from 'drizzle-orm'
import {
  AccountStore,
  type LinkedAccount,
  newAccountRow,
  publicAccount,
  readAccountRow,
} from './account-store.ts'
import type { Database, Queries } from './database.ts'
import { intentStatements as statements } from './fast-path/intent-statements.ts'
import { type IntentWrites, intentWrites, type Turn } from './fast-path/intent-writes.ts'
import { LinkStore } from './link-store.ts'
import { accountEvent, endEvents } from './new-host-event.ts'
import { OutboxStore, outboxRows, type TargetsOf } from './outbox-store.ts'
import { RemovalStore } from './removal-store.ts'
import { intentsTable, type SignIn } from './schema.ts'

export { INTENT_CHANNEL } from './fast-path/intent-statements.ts'

/** An intent with what a browser must not see. */
export type IntentRecord = Readonly<typeof intentsTable.$inferSelect>

/** An intent whose checkpoint no other request acts on now. */
export interface TakenIntent extends IntentRecord {
  readonly upstreamIntentId: string
}

export interface NewIntent {
  readonly id: string
  readonly userId: string
  readonly provider: string
  readonly method: string
  readonly mode: 'link' | 'relink'
  readonly relinkAccount?: string
  readonly idempotencyKey: string
  /** The one-time link that it is started from. */
  readonly linkId?: string
  readonly state: string
  readonly returnTo?: string
  readonly signIn?: SignIn | null
  readonly display?: 'redirect' | 'popup'
  readonly step: Step
  readonly createdAt: Date
  readonly expiresAt: Date
}

/**
 * An awaited intent that one instance may poll for. Only this is kept in memory for each of the thousands
 * that wait.
 */
export interface LeasedIntent {
  readonly id: string
  readonly upstreamIntentId: string | null
  readonly checkpointId: string | null
  /** How many polls in a row have failed. */
  readonly faults: number
}

/**
 * The next revision. Whether it is the end, or awaited, follows from the step and from Unipile having an id
 * to ask about.
 */
export interface NextRevision {
  readonly step: Step
  readonly upstreamIntentId?: string
  /** When the next poll is due. Default: now. */
  readonly pollAt?: Date
  /** Default: as before. */
  readonly expiresAt?: Date
}

/** An end by linking an account that is not linked yet. */
interface NewLink {
  readonly newAccount: LinkedAccount
}

/** What was decided on an intent as it was read, without a lock. */
export interface EarlyDecision {
  readonly seen: IntentRecord
  readonly next: NextRevision | NewLink
}

/** The stores within an intent's transaction. */
export interface Stores {
  readonly accounts: AccountStore
  readonly links: LinkStore
  readonly removals: RemovalStore
  readonly outbox: OutboxStore
}

/** The channel that makes every instance look for awaited intents without a waiter. */
export const WAIT_CHANNEL = 'connect_wait'

/** Called after the commit, once at the start and once at the end of each intent. */
export interface IntentObserver {
  started(intent: IntentRecord): void
  ended(intent: IntentRecord): void
}

type Moment = (typeof intentsTable)['returnedAt' | 'consentedAt' | 'createdAt' | 'expiresAt']

const open = isNull(intentsTable.endedAt)
/** Its user returned from the consent page and confirmed it, and no webhook has arrived since. */
const unreported = and(
  isNotNull(intentsTable.returnedAt),
  isNotNull(intentsTable.confirmedAt),
  open,
  sql`${intentsTable.step} ->> 'type' = 'loading' and ${intentsTable.step} -> 'error' is null`,
)

/** A browser returned from the consent page, and its session has not confirmed it. */
const unconfirmed = isNotNull(intentsTable.returnToken)
/** A webhook named its account, which is neither linked nor removed. */
const unlinked = isNotNull(intentsTable.consentedAt)

/** Its start has no result yet. The method `silent` never has one before the end. */
function isLostStart(silent: string) {
  return and(
    open,
    isNull(intentsTable.upstreamIntentId),
    isNull(intentsTable.returnedAt),
    ne(intentsTable.method, silent),
    sql`${intentsTable.step} ->> 'type' = 'loading'`,
  )
}

/** The intents. An end is final, except that an expired intent can still link its account. */
export class IntentStore {
  readonly #database: Database
  readonly #queries: Queries
  readonly #observer: IntentObserver | undefined
  readonly #targetsOf: TargetsOf
  readonly #fastPath: IntentWrites

  /** @param targetsOf Where the host is told of events. Default: nowhere. */
  constructor(database: Database, observer?: IntentObserver, targetsOf: TargetsOf = () => []) {
    this.#database = database
    this.#queries = database.queries
    this.#observer = observer
    this.#targetsOf = targetsOf
    this.#fastPath = intentWrites(database.queries)
  }

  /**
   * Adds the intent, unless this user has one under the same key: then `created` is false and `intent` is
   * that one.
   */
  async add(intent: NewIntent): Promise<{ intent: IntentRecord; created: boolean }> {
    const added: IntentRecord = {
      relinkAccount: null,
      linkId: null,
      returnTo: null,
      signIn: null,
      display: null,
      ...intent,
      upstreamIntentId: null,
      returnedAt: null,
      returnedAccount: null,
      returnToken: null,
      confirmedAt: null,
      consentedAccount: null,
      consentedNew: null,
      consentedAt: null,
      revision: 1,
      checkpointId: checkpointId(intent.step),
      busyUntil: null,
      awaiting: false,
      nextPollAt: intent.createdAt,
      faults: 0,
      leaseOwner: null,
      leaseUntil: null,
      endedAt: null,
    }
    if (await this.#fastPath.add(added)) {
      this.#observer?.started(added)
      return { intent: added, created: true }
    }
    const there = await this.findByKey(intent.userId, intent.idempotencyKey)
    if (!there) throw new Error('The intent under this key was removed meanwhile.')
    return { intent: there, created: false }
  }

  async find(id: string): Promise<IntentRecord | undefined> {
    const [intent] = await statements(this.#queries).find.execute({ id })
    return intent
  }

  /** The user's intent that was started under this key. */
  async findByKey(userId: string, idempotencyKey: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .select()
      .from(intentsTable)
      .where(and(eq(intentsTable.userId, userId), eq(intentsTable.idempotencyKey, idempotencyKey)))
    return intent
  }

  async findByState(state: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries.select().from(intentsTable).where(eq(intentsTable.state, state))
    return intent
  }

  /**
   * The one way to change an intent. `decide` gets it locked, in its current state, and returns the next
   * revision, or nothing to leave it; it is not called for an intent that has ended. What it writes to
   * `stores` commits with the revision or not at all.
   * @param early The revision that follows from the intent as it was read before. It is written in one
   *   statement, without a lock, if the intent has not changed since; otherwise `decide` is called.
   * @returns the intent as it is now; `undefined` if it was removed.
   */
  async advance(
    id: string,
    at: Date,
    decide: (intent: IntentRecord, stores: Stores) => Promise<NextRevision | undefined>,
    early?: EarlyDecision,
  ): Promise<{ intent: IntentRecord; changed: boolean } | undefined> {
    const written = early && (await this.#writeEarly(early, at))
    const advanced = written
      ? { intent: written, changed: true }
      : await this.#advanceLocked(id, at, decide, ({ endedAt }) => endedAt === null)
    if (advanced?.changed && advanced.intent.endedAt) this.#observer?.ended(advanced.intent)
    return advanced
  }

  /**
   * Changes an intent that has expired, because what it waited for has come after all. Otherwise like
   * `advance`; it leaves an intent that is open or has another end.
   */
  async reviveExpired(
    id: string,
    at: Date,
    decide: (intent: IntentRecord, stores: Stores) => Promise<NextRevision | undefined>,
  ): Promise<{ intent: IntentRecord; changed: boolean } | undefined> {
    return this.#advanceLocked(id, at, decide, ({ step }) => step.type === 'expired')
  }

  async #writeEarly({ seen, next }: EarlyDecision, at: Date): Promise<IntentRecord | undefined> {
    if (!('newAccount' in next)) {
      const revised = revise(seen, next, at)
      return (await this.#fastPath.advance(revised)) ? revised : undefined
    }
    const account = newAccountRow(next.newAccount, at)
    const step = { type: 'linked', account: publicAccount(readAccountRow(account)) } as const
    const ended = revise(seen, { step }, at)
    const events = outboxRows(this.#targetsOf, accountEvent('account.linked', readAccountRow(account)), at)
    return (await this.#fastPath.linkNew({ id: seen.id, ended, account, events })) ? ended : undefined
  }

  async #advanceLocked(
    id: string,
    at: Date,
    decide: (intent: IntentRecord, stores: Stores) => Promise<NextRevision | undefined>,
    mayChange: (intent: IntentRecord) => boolean,
  ): Promise<{ intent: IntentRecord; changed: boolean } | undefined> {
    return this.#database.transaction(async (transaction) => {
      const [intent] = await statements(transaction).lock.execute({ id })
      if (!intent) return undefined
      if (!mayChange(intent)) return { intent, changed: false }
      const stores = storesOn(transaction, this.#targetsOf)
      const next = await decide(intent, stores)
      const changed = next && (await write(transaction, intent, next, at))
      if (changed) await stores.outbox.add(endEvents(intent, changed.step), at)
      return changed ? { intent: changed, changed: true } : { intent, changed: false }
    })
  }

  /** What `work` writes for an intent that has ended commits as one or not at all. */
  async asOne<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.#database.transaction((transaction) => work(storesOn(transaction, this.#targetsOf)))
  }

  /**
   * Records that a browser returned from the consent page, the account that the return named, and the hash of
   * the token that this browser gets; `undefined` the second time.
   */
  async markReturned(
    id: string,
    at: Date,
    { account = null, token = null }: { readonly account?: string | null; readonly token?: string | null },
  ): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ returnedAt: at, returnedAccount: account, returnToken: token })
      .where(and(eq(intentsTable.id, id), isNull(intentsTable.returnedAt)))
      .returning()
    return intent
  }

  /**
   * Records that a session of its user brought the token with this hash, which then counts no more; `undefined`
   * the second time.
   */
  async markConfirmed(id: string, at: Date, token: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ confirmedAt: at, returnToken: null })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.returnToken, token)))
      .returning()
    return intent
  }

  /** Records the account of a return that was marked before, and the hash of the token that its browser gets. */
  async bindReturn(
    id: string,
    { account, token }: { readonly account: string; readonly token: string },
  ): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ returnedAccount: account, returnToken: token })
      .where(eq(intentsTable.id, id))
  }

  /** Treats the return as not confirmed: nobody has the token of this hash. */
  async replaceReturnToken(id: string, token: string): Promise<void> {
    await this.#queries.update(intentsTable).set({ returnToken: token }).where(eq(intentsTable.id, id))
  }

  /** Records that the token of the return counts no more. */
  async dropReturnToken(id: string): Promise<void> {
    await this.#queries.update(intentsTable).set({ returnToken: null }).where(eq(intentsTable.id, id))
  }

  /**
   * Records the account that a signed webhook named; `undefined` if the intent has ended otherwise than by its
   * time, or another account was named before.
   */
  async markConsented(
    id: string,
    at: Date,
    { accountId, isNew }: { readonly accountId: string; readonly isNew: boolean },
  ): Promise<IntentRecord | undefined> {
    const { consentedAccount, step } = intentsTable
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ consentedAccount: accountId, consentedNew: isNew, consentedAt: at })
      .where(
        and(
          eq(intentsTable.id, id),
          or(open, sql`${step} ->> 'type' = 'expired'`),
          or(isNull(consentedAccount), eq(consentedAccount, accountId)),
        ),
      )
      .returning()
    return intent
  }

  /** Records that the account that the webhook named was linked or removed. */
  async settleConsented(id: string): Promise<void> {
    await this.#queries.update(intentsTable).set({ consentedAt: null }).where(eq(intentsTable.id, id))
  }

  /** Records that the user is to prove that this account is theirs; `undefined` the second time. */
  async markKnownAccount(id: string, account: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .update(intentsTable)
      .set({ returnedAccount: account })
      .where(
        and(eq(intentsTable.id, id), isNull(intentsTable.returnedAt), isNull(intentsTable.returnedAccount)),
      )
      .returning()
    return intent
  }

  /** The first intent whose return named this account. */
  async firstReturnedWith(accountId: string): Promise<IntentRecord | undefined> {
    const [intent] = await this.#queries
      .select()
      .from(intentsTable)
      .where(eq(intentsTable.returnedAccount, accountId))
      .orderBy(asc(intentsTable.returnedAt), asc(intentsTable.id))
      .limit(1)
    return intent
  }

  /** The intents whose user returned before this moment and confirmed it, and that no webhook has reported. */
  listUnreported(before: Date, limit: number): Promise<string[]> {
    return this.#listBefore(before, intentsTable.returnedAt, unreported, limit)
  }

  /** When the user of the first of them returned. */
  firstUnreported(): Promise<Date | undefined> {
    return this.#first(intentsTable.returnedAt, unreported)
  }

  /** The intents whose browser returned before this moment and has not confirmed it. */
  listUnconfirmed(before: Date, limit: number): Promise<string[]> {
    return this.#listBefore(before, intentsTable.returnedAt, unconfirmed, limit)
  }

  /** When the browser of the first of them returned. */
  firstUnconfirmed(): Promise<Date | undefined> {
    return this.#first(intentsTable.returnedAt, unconfirmed)
  }

  /** The intents whose account a webhook named before this moment, and that is neither linked nor removed. */
  listUnlinked(before: Date, limit: number): Promise<string[]> {
    return this.#listBefore(before, intentsTable.consentedAt, unlinked, limit)
  }

  /** When a webhook named the first of them. */
  firstUnlinked(): Promise<Date | undefined> {
    return this.#first(intentsTable.consentedAt, unlinked)
  }

  /**
   * The intents that were started before this moment, by another method than `silent`, and whose start has no
   * result.
   */
  listLostStarts(silent: string, before: Date, limit: number): Promise<string[]> {
    return this.#listBefore(before, intentsTable.createdAt, isLostStart(silent), limit)
  }

  /** When the first of them was started. */
  firstLostStart(silent: string): Promise<Date | undefined> {
    return this.#first(intentsTable.createdAt, isLostStart(silent))
  }

  /**
   * Takes the turn to act on this checkpoint; `undefined` if it has passed, another request has the turn, or
   * the intent is not this user's.
   */
  async takeTurn(turn: Turn): Promise<TakenIntent | undefined> {
    const intent = await this.#fastPath.takeTurn(turn)
    return intent?.upstreamIntentId ? { ...intent, upstreamIntentId: intent.upstreamIntentId } : undefined
  }

  /** Releases the turn after an answer that changed nothing. */
  async releaseTurn(id: string, until: Date): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ busyUntil: null })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.busyUntil, until)))
  }

  /**
   * Leases to `owner` the intents that are due and not leased; rows that other instances are leasing are
   * skipped.
   */
  async leaseDue(owner: string, now: Date, until: Date, limit: number): Promise<LeasedIntent[]> {
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
      .returning({
        id: intentsTable.id,
        upstreamIntentId: intentsTable.upstreamIntentId,
        checkpointId: intentsTable.checkpointId,
        faults: intentsTable.faults,
      })
  }

  /** @returns the ids of those whose lease was still `owner`'s. */
  async renewLeases(ids: readonly string[], owner: string, until: Date): Promise<string[]> {
    const rows = await this.#queries
      .update(intentsTable)
      .set({ leaseUntil: until })
      .where(and(inArray(intentsTable.id, [...ids]), eq(intentsTable.leaseOwner, owner), open))
      .returning({ id: intentsTable.id })
    return rows.map(({ id }) => id)
  }

  /** Releases the lease and sets when the next poll is due. */
  async endLease(id: string, owner: string, next: { pollAt: Date; faults: number }): Promise<void> {
    await this.#queries
      .update(intentsTable)
      .set({ leaseOwner: null, leaseUntil: null, nextPollAt: next.pollAt, faults: next.faults })
      .where(and(eq(intentsTable.id, id), eq(intentsTable.leaseOwner, owner), open))
  }

  /** Makes every instance look for awaited intents. */
  async notifyWaiters(): Promise<void> {
    await this.#queries.execute(sql`select pg_notify(${WAIT_CHANNEL}, '')`)
  }

  /** Ends every lease: for an instance that is known to be the only one, after a crash. */
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

  /** The ids of the open intents that were started from these links. */
  async listOpenOfLinks(linkIds: readonly string[]): Promise<string[]> {
    const rows = await this.#queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(and(inArray(intentsTable.linkId, [...linkIds]), open))
    return rows.map(({ id }) => id)
  }

  listExpired(now: Date, limit: number): Promise<string[]> {
    return this.#listBefore(now, intentsTable.expiresAt, open, limit)
  }

  /** When the next open intent expires. */
  nextExpiry(): Promise<Date | undefined> {
    return this.#first(intentsTable.expiresAt, open)
  }

  /** The ids of those of which this moment has come, the earliest first. */
  async #listBefore(before: Date, moment: Moment, where: SQL | undefined, limit: number): Promise<string[]> {
    const rows = await this.#queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(and(where, lte(moment, before)))
      .orderBy(asc(moment))
      .limit(limit)
    return rows.map(({ id }) => id)
  }

  async #first(moment: Moment, where: SQL | undefined): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ at: min(moment) })
      .from(intentsTable)
      .where(where)
    return row?.at ?? undefined
  }
}

function storesOn(transaction: Queries, targetsOf: TargetsOf): Stores {
  return {
    accounts: new AccountStore(transaction),
    links: new LinkStore(transaction),
    removals: new RemovalStore(transaction),
    outbox: new OutboxStore(transaction, targetsOf),
  }
}

/** Writes the revision after this one and notifies every instance with the commit. */
async function write(
  queries: Queries,
  intent: IntentRecord,
  next: NextRevision,
  at: Date,
): Promise<IntentRecord | undefined> {
  const revised = revise(intent, next, at)
  const [row] = await statements(queries).advance.execute({ given: JSON.stringify([revised]) })
  return row && revised
}

/** The revision after this one. What is written is known here, so nothing of it is read back. */
function revise(
  intent: IntentRecord,
  { step, upstreamIntentId, pollAt, expiresAt }: NextRevision,
  at: Date,
): IntentRecord {
  const upstreamId = upstreamIntentId ?? intent.upstreamIntentId
  const isEnd = isOutcome(step)
  const awaiting = isAwaited(step.type) && upstreamId !== null
  return {
    ...intent,
    step,
    revision: intent.revision + 1,
    checkpointId: checkpointId(step),
    awaiting,
    // It is indexed: if it stays, PostgreSQL changes the row without its indexes (a heap-only tuple).
    nextPollAt: awaiting ? (pollAt ?? at) : intent.nextPollAt,
    faults: 0,
    busyUntil: null,
    upstreamIntentId: upstreamId,
    // Indexed too.
    expiresAt: expiresAt ?? intent.expiresAt,
    endedAt: isEnd ? at : null,
    ...(isEnd ? { leaseOwner: null, leaseUntil: null } : {}),
  }
}

function checkpointId(step: Step): string | null {
  return isOutcome(step) ? null : step.id
}
