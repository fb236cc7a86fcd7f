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
import { announced } from '../account-store.ts'
import { type Note, noting } from '../audit-store.ts'
import type { Queries } from '../database.ts'
import { outboxNotification } from '../outbox-store.ts'
import { accountsTable, intentsTable, outboxTable } from '../schema.ts'
import { columnsOf, givenRows } from './given-rows.ts'
import { statementsFor } from './statements.ts'

/** The channel that carries the id of each intent that changed. */
export const INTENT_CHANNEL = 'connect_intent'

const { id, userId, revision, checkpointId, busyUntil, upstreamIntentId } = intentsTable
const { expiresAt, leaseOwner, leaseUntil } = intentsTable

const byId = eq(id, sql.placeholder('id'))

const { row: given, part: givenIntents } = givenRows(intentsTable, 'given')
const { row: newAccount, part: givenAccounts } = givenRows(accountsTable, 'new_account')
const { row: newEvent, part: givenEvents } = givenRows(outboxTable, 'new_event')
/**
 * The intent still has the revision before the given one, so it is as the caller has read it. A condition that
 * it is open would make PostgreSQL look it up among all open intents.
 */
const unchanged = and(eq(id, given.id), sql`${revision} = ${given.revision} - 1`)

/**
 * The statements that every flow runs. Those that write take one or many rows, and return only the ids of the
 * rows that they wrote.
 */
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
      .select(sql`select ${columnsOf(given)} from given`)
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
  return queries
    .with(givenIntents(queries), added, started)
    .select({ id: added.id })
    .from(added)
    .prepare('connect_intent_add')
}

function advance(queries: Queries) {
  const changed = queries.$with('changed').as(change(queries, unchanged))
  const noted = noting(queries, changed, endOf(changed))
  return queries
    .with(givenIntents(queries), changed, noted)
    .select({ id: changed.id })
    .from(changed)
    .prepare('connect_intent_advance')
}

/**
 * Writes accounts, the ends that they are and what the host is told of them, all or nothing of each: the intent is
 * locked before its account is added.
 */
function linkNew(queries: Queries) {
  const accountOfStep = sql`(${given.step} #>> '{account,id}')::uuid`
  const held = queries.$with('held').as(
    queries
      .select({ account: accountOfStep.as('account') })
      .from(intentsTable)
      .innerJoin(sql`given`, unchanged)
      .orderBy(id)
      .for('update', { of: intentsTable }),
  )
  const linked = queries.$with('linked').as(
    queries
      .insert(accountsTable)
      .select(
        sql`select ${columnsOf(newAccount)} from new_account join ${held} on ${held.account} = ${newAccount.id}`,
      )
      .onConflictDoNothing({ target: accountsTable.accountId })
      .returning(announced),
  )
  const changed = queries
    .$with('changed')
    .as(
      change(
        queries,
        and(unchanged, sql`exists (select from ${linked} where ${linked.id} = ${accountOfStep})`),
      ),
    )
  const { sequence: _, ...columns } = getTableColumns(outboxTable)
  const names = Object.values(columns).map(({ name }) => sql.identifier(name))
  const { sequence: __, ...values } = getTableColumns(newEvent)
  const told = queries
    .$with('told', {})
    .as(
      sql`insert into ${outboxTable} (${sql.join(names, sql`, `)}) select ${sql.join(Object.values(values), sql`, `)} from new_event join ${changed} on ${newEvent.stream} = ${changed.step} #>> '{account,id}' returning ${outboxNotification}`,
    )
  const end = endOf(changed)
  const noted = noting(queries, changed, { ...end, action: 'account_linked', result: sql`null` }, end)
  return queries
    .with(
      givenIntents(queries),
      givenAccounts(queries),
      givenEvents(queries),
      held,
      linked,
      changed,
      noted,
      told,
    )
    .select({ id: changed.id })
    .from(changed)
    .prepare('connect_intent_link_new')
}

function takeTurn(queries: Queries) {
  return queries
    .with(givenIntents(queries))
    .update(intentsTable)
    .set({ busyUntil: sql`${given.busyUntil}` })
    .from(sql`given`)
    .where(
      and(
        eq(id, given.id),
        // `=` would make PostgreSQL look it up among all of the user's intents.
        sql`${userId} is not distinct from ${given.userId}`,
        // An ended intent has no checkpoint.
        eq(checkpointId, given.checkpointId),
        isNotNull(upstreamIntentId),
        gt(expiresAt, sql.placeholder('now')),
        or(isNull(busyUntil), lte(busyUntil, sql.placeholder('now'))),
      ),
    )
    .returning(getTableColumns(intentsTable))
    .prepare('connect_intent_take_turn')
}

/** Writes the given revision of the intent and notifies every instance with the commit. */
function change(queries: Queries, where: SQL | undefined) {
  const unlessEnded = (column: AnyPgColumn) => sql`case when ${given.endedAt} is null then ${column} end`
  return queries
    .update(intentsTable)
    .set({
      step: sql`${given.step}`,
      revision: sql`${given.revision}`,
      checkpointId: sql`${given.checkpointId}`,
      awaiting: sql`${given.awaiting}`,
      nextPollAt: sql`${given.nextPollAt}`,
      faults: 0,
      busyUntil: null,
      upstreamIntentId: sql`${given.upstreamIntentId}`,
      expiresAt: sql`${given.expiresAt}`,
      endedAt: sql`${given.endedAt}`,
      leaseOwner: unlessEnded(leaseOwner),
      leaseUntil: unlessEnded(leaseUntil),
    })
    .from(sql`given`)
    .where(where)
    .returning({
      ...getTableColumns(intentsTable),
      notified: sql`pg_notify(${INTENT_CHANNEL}, ${id})`.as('notified'),
    })
}

/** The audit note of an intent that this change ends; none for one that continues. */
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
