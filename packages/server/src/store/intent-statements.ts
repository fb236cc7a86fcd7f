import {
  and,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { announced } from './account-store.ts'
import { type Note, noting } from './audit-store.ts'
import type { Queries } from './database.ts'
import { accountsTable, intentsTable } from './schema.ts'
import { given, givenTyped, statementsFor } from './statements.ts'

/** The channel that carries the id of each intent that changed. */
export const INTENT_CHANNEL = 'connect_intent'

const { id, userId, revision, checkpointId, awaiting, nextPollAt, busyUntil, upstreamIntentId } = intentsTable
const { step, endedAt, expiresAt, leaseOwner, leaseUntil } = intentsTable

const byId = eq(id, sql.placeholder('id'))
/** Open, and as it was read. */
const unchanged = and(byId, eq(revision, sql.placeholder('before')), isNull(endedAt))

/** The statements that every walk runs. Those that write answer no more than that they did: their caller knows what they wrote. */
export const intentStatements = statementsFor((queries) => ({
  add: add(queries),
  find: queries.select().from(intentsTable).where(byId).prepare('connect_intent_find'),
  lock: queries.select().from(intentsTable).where(byId).for('update').prepare('connect_intent_lock'),
  advance: advance(queries),
  linkNew: linkNew(queries),
  takeTurn: takeTurn(queries),
}))

function add(queries: Queries) {
  const added = queries.$with('added').as(
    queries
      .insert(intentsTable)
      .values({
        id: sql.placeholder('id'),
        userId: sql.placeholder('userId'),
        provider: sql.placeholder('provider'),
        method: sql.placeholder('method'),
        mode: sql.placeholder('mode'),
        relinkAccount: sql.placeholder('relinkAccount'),
        linkId: sql.placeholder('linkId'),
        idempotencyKey: sql.placeholder('idempotencyKey'),
        state: sql.placeholder('state'),
        returnTo: sql.placeholder('returnTo'),
        display: sql.placeholder('display'),
        revision: sql.placeholder('revision'),
        step: sql.placeholder('step'),
        checkpointId: sql.placeholder('checkpointId'),
        awaiting: sql.placeholder('awaiting'),
        faults: sql.placeholder('faults'),
        createdAt: sql.placeholder('createdAt'),
        nextPollAt: sql.placeholder('nextPollAt'),
        expiresAt: sql.placeholder('expiresAt'),
      })
      .onConflictDoNothing({ target: [intentsTable.userId, intentsTable.idempotencyKey] })
      .returning(),
  )
  const started = noting(queries, added, {
    action: 'intent_started',
    at: added.createdAt,
    userId: added.userId,
    provider: added.provider,
    account: added.relinkAccount,
    intentId: added.id,
  })
  return queries.with(added, started).select({ id: added.id }).from(added).prepare('connect_intent_add')
}

function advance(queries: Queries) {
  const changed = queries.$with('changed').as(change(queries, unchanged))
  const noted = noting(queries, changed, endOf(changed))
  return queries
    .with(changed, noted)
    .select({ id: changed.id })
    .from(changed)
    .prepare('connect_intent_advance')
}

/**
 * The account and the end that it is, or neither: the intent is held before the account is added, so that nobody ends it in
 * between.
 */
function linkNew(queries: Queries) {
  const held = queries
    .$with('held')
    .as(queries.select({ id }).from(intentsTable).where(unchanged).for('update'))
  // In the order of the table's columns, each value by its member of the row; `id` is the intent's.
  const row = Object.entries(getTableColumns(accountsTable)).map(([name, column]) =>
    givenTyped(name === 'id' ? 'newAccount' : name, column),
  )
  const linked = queries.$with('linked').as(
    queries
      .insert(accountsTable)
      .select(sql`select ${sql.join(row, sql`, `)} from ${held}`)
      .onConflictDoNothing({ target: accountsTable.accountId })
      .returning(announced),
  )
  const changed = queries
    .$with('changed')
    .as(change(queries, and(unchanged, sql`exists (select from ${linked})`)))
  const end = endOf(changed)
  const noted = noting(queries, changed, { ...end, action: 'account_linked', result: sql`null` }, end)
  return queries
    .with(held, linked, changed, noted)
    .select({ id: changed.id })
    .from(changed)
    .prepare('connect_intent_link_new')
}

function takeTurn(queries: Queries) {
  return queries
    .update(intentsTable)
    .set({ busyUntil: given('until', busyUntil) })
    .where(
      and(
        byId,
        eq(userId, sql.placeholder('userId')),
        eq(checkpointId, sql.placeholder('checkpoint')),
        isNotNull(upstreamIntentId),
        isNull(endedAt),
        gt(expiresAt, given('now', expiresAt)),
        or(isNull(busyUntil), lte(busyUntil, given('now', busyUntil))),
      ),
    )
    .returning()
    .prepare('connect_intent_take_turn')
}

/** Writes the next revision of the intent, and tells it to every instance with the commit. */
function change(queries: Queries, where: SQL | undefined) {
  const unlessEnded = (column: AnyPgColumn) =>
    sql`case when ${given('endedAt', endedAt)}::timestamptz is null then ${column} end`
  return queries
    .update(intentsTable)
    .set({
      step: given('step', step),
      revision: given('revision', revision),
      checkpointId: given('checkpointId', checkpointId),
      awaiting: given('awaiting', awaiting),
      nextPollAt: given('nextPollAt', nextPollAt),
      faults: 0,
      busyUntil: null,
      upstreamIntentId: given('upstreamIntentId', upstreamIntentId),
      endedAt: given('endedAt', endedAt),
      leaseOwner: unlessEnded(leaseOwner),
      leaseUntil: unlessEnded(leaseUntil),
    })
    .where(where)
    .returning({
      ...getTableColumns(intentsTable),
      told: sql`pg_notify(${INTENT_CHANNEL}, ${id})`.as('told'),
    })
}

/** The note of an intent that has ended with this change; of one that goes on there is none. */
function endOf(
  changed: Record<'id' | 'userId' | 'provider' | 'step' | 'relinkAccount' | 'endedAt', SQLWrapper>,
): Note {
  return {
    action: 'intent_ended',
    at: changed.endedAt,
    userId: changed.userId,
    provider: sql`coalesce(${changed.step} #>> '{account,provider}', ${changed.provider})`,
    account: sql`coalesce(${changed.step} #>> '{account,id}', ${changed.relinkAccount}::text)`,
    intentId: changed.id,
    result: sql`coalesce(${changed.step} #>> '{error,code}', ${changed.step} ->> 'type')`,
    where: isNotNull(changed.endedAt),
  }
}
