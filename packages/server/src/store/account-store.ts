import { createHash, randomUUID } from 'node:crypto'
import {
  type Account,
  type AccountStatus,
  type InitialSync,
  readAccount,
} from '@connect-account/core/protocol'
import { and, asc, eq, getTableColumns, gt, inArray, isNull, lte, not, or, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { noting } from './audit-store.ts'
import type { Queries } from './database.ts'
import { statementsFor } from './fast-path/statements.ts'
import { accountsTable, intentsTable, type SignIn } from './schema.ts'
import { reportedStatus, type StatusReport } from './status-report.ts'

export type { StatusReport } from './status-report.ts'

/** An account with what a browser must not see: `accountId` is Unipile's id. */
export interface AccountRecord extends Account {
  readonly userId: string
  readonly accountId: string
}

export interface LinkedAccount {
  readonly userId: string
  readonly provider: string
  readonly accountId: string
  readonly providerUserId: string
  readonly name?: string
  readonly status: AccountStatus
  readonly initialSync?: InitialSync
  readonly signIn?: SignIn
  /** The intent that it is linked by, and whether that was to reconnect it. */
  readonly intentId: string
  readonly mode: 'link' | 'relink'
}

/** An account that exists at Unipile and gets its first user here. */
export type AdoptedAccount = Omit<LinkedAccount, 'signIn' | 'intentId' | 'mode'>

/** Which accounts to list. */
export interface AccountFilter {
  /** Default: every user's. */
  readonly userId?: string
  readonly after?: Pick<Account, 'createdAt' | 'id'> | undefined
  readonly limit: number
}

/** The parts of an account that can change at Unipile. */
export interface AccountState {
  readonly accountId: string
  readonly status: string
  /** The owner's name at the provider. */
  readonly name: string | null
  readonly initialSync: InitialSync | null
}

/** An account before and after a report of its status: the same twice if the report changed nothing. */
export interface StatusChange {
  readonly before: AccountRecord
  readonly after: AccountRecord
}

export interface SyncReport {
  readonly accountId: string
  readonly sync: InitialSync
  readonly at: Date
}

/** Why an account is removed, as the audit has it. */
export type Removal = 'account_disconnected' | 'account_removed_upstream'

/** The channel that says that a user's accounts have changed, by the user's `accountFeedKey`. */
export const ACCOUNT_CHANNEL = 'connect_account'

/**
 * A hash: a user id may be longer than a notification (8,000 bytes), and must not be visible to others who
 * listen.
 */
export function accountFeedKey(userId: string): string {
  return createHash('sha256').update(userId).digest('hex')
}

/** Sent when the transaction of its statement commits. */
const notification = sql`pg_notify(${ACCOUNT_CHANNEL}, encode(sha256(convert_to(${accountsTable.userId}, 'UTF8')), 'hex'))`

/** What a statement that changes a row returns. */
export const announced = { ...getTableColumns(accountsTable), notification: notification.as('notification') }

/** How far a first import is: events come out of order, and it never goes back. */
const syncOrder = ['pending', 'running', 'failed', 'completed'] as const satisfies readonly InitialSync[]

/** What every link runs. */
const statements = statementsFor((queries) => {
  const linked = queries.$with('linked').as(
    queries
      .insert(accountsTable)
      .values({
        userId: sql.placeholder('userId'),
        accountType: sql.placeholder('provider'),
        accountId: sql.placeholder('accountId'),
        providerUserId: sql.placeholder('providerUserId'),
        name: sql.placeholder('name'),
        initialSync: sql.placeholder('initialSync'),
        signIn: sql`${sql.placeholder('signIn')}::text::jsonb`,
        status: sql.placeholder('status'),
        statusReason: null,
        statusAt: sql.placeholder('at'),
        lastUpdate: sql.placeholder('at'),
        createdOn: sql.placeholder('at'),
      })
      .onConflictDoUpdate({
        target: accountsTable.accountId,
        set: {
          status: sql`excluded.status`,
          statusReason: null,
          statusAt: sql`excluded.status_at`,
          name: sql`excluded.name`,
          initialSync: sql`coalesce(excluded.initial_sync, ${accountsTable.initialSync})`,
          providerUserId: sql`excluded.provider_user_id`,
          signIn: sql`coalesce(excluded.sign_in, ${accountsTable.signIn})`,
          lastUpdate: sql`excluded.last_update`,
        },
        setWhere: sql`${accountsTable.userId} = excluded.user_id`,
      })
      .returning(announced),
  )
  const note = {
    at: linked.lastUpdate,
    userId: linked.userId,
    provider: linked.accountType,
    account: linked.id,
    intentId: sql.placeholder('intentId'),
  }
  const isLink = sql`${sql.placeholder('mode')} = 'link'`
  const noted = noting(
    queries,
    linked,
    { action: 'account_linked', ...note, where: isLink },
    { action: 'account_relinked', ...note, where: not(isLink) },
  )
  return { link: queries.with(linked, noted).select().from(linked).prepare('connect_account_link') }
})

/**
 * The linked accounts. A row is one user's for good: nothing here moves it to another. Every change is
 * announced.
 */
export class AccountStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  async list(userId: string): Promise<AccountRecord[]> {
    const rows = await this.#queries
      .select()
      .from(accountsTable)
      .where(eq(accountsTable.userId, userId))
      .orderBy(asc(accountsTable.createdOn), asc(accountsTable.id))
    return rows.map(readAccountRow)
  }

  /** A page of all accounts, or of one user's, the oldest first: those after `after`. */
  async listPage({ userId, after, limit }: AccountFilter): Promise<AccountRecord[]> {
    const { createdOn, id } = accountsTable
    const rows = await this.#queries
      .select()
      .from(accountsTable)
      .where(
        and(
          userId === undefined ? undefined : eq(accountsTable.userId, userId),
          // A comparison of rows, so that the index is entered at the place.
          after && sql`(${createdOn}, ${id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(asc(createdOn), asc(id))
      .limit(limit)
    return rows.map(readAccountRow)
  }

  /** `id` may be any text from outside. */
  async find(userId: string, id: string): Promise<AccountRecord | undefined> {
    if (!v.is(v.pipe(v.string(), v.uuid()), id)) return undefined
    const [row] = await this.#queries
      .select()
      .from(accountsTable)
      .where(and(eq(accountsTable.id, id), eq(accountsTable.userId, userId)))
    return row && readAccountRow(row)
  }

  async findByAccountId(accountId: string): Promise<AccountRecord | undefined> {
    const [row] = await this.#queries
      .select()
      .from(accountsTable)
      .where(eq(accountsTable.accountId, accountId))
    return row && readAccountRow(row)
  }

  /** How the account's user last signed in; `undefined` if that is not known. */
  async signInOf({ id }: Pick<AccountRecord, 'id'>): Promise<SignIn | undefined> {
    const [row] = await this.#queries
      .select({ signIn: accountsTable.signIn })
      .from(accountsTable)
      .where(eq(accountsTable.id, id))
    return row?.signIn ?? undefined
  }

  /** By our own id, for any user. `id` may be any text from outside. */
  async findById(id: string): Promise<AccountRecord | undefined> {
    if (!v.is(v.pipe(v.string(), v.uuid()), id)) return undefined
    const [row] = await this.#queries.select().from(accountsTable).where(eq(accountsTable.id, id))
    return row && readAccountRow(row)
  }

  /**
   * Whether its user is reconnecting it, in an attempt that expires after `since`. One that has expired may
   * still succeed.
   */
  async isBeingReconnected({ id, userId }: AccountRecord, since: Date): Promise<boolean> {
    const { step, endedAt, expiresAt } = intentsTable
    const [attempt] = await this.#queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(
        and(
          eq(intentsTable.userId, userId),
          eq(intentsTable.relinkAccount, id),
          gt(expiresAt, since),
          or(isNull(endedAt), sql`${step} ->> 'type' = 'expired'`),
        ),
      )
      .limit(1)
    return attempt !== undefined
  }

  /** Reads the account and keeps every other transaction from changing it until this one ends. */
  async lockByAccountId(accountId: string): Promise<AccountRecord | undefined> {
    const [row] = await this.#queries
      .select()
      .from(accountsTable)
      .where(eq(accountsTable.accountId, accountId))
      .for('update')
    return row && readAccountRow(row)
  }

  /** The states of those of the accounts that are stored. */
  async readStates(accountIds: readonly string[]): Promise<AccountState[]> {
    if (accountIds.length === 0) return []
    const { accountId, status, name, initialSync } = accountsTable
    return this.#queries
      .select({ accountId, status, name, initialSync })
      .from(accountsTable)
      .where(inArray(accountId, [...accountIds]))
  }

  /** Unipile's ids of all accounts of all users, in their order and a page at a time: those after `after`. */
  async listAccountIds(after: string, limit: number): Promise<{ accountId: string; createdOn: Date }[]> {
    return this.#queries
      .select({ accountId: accountsTable.accountId, createdOn: accountsTable.createdOn })
      .from(accountsTable)
      .where(gt(accountsTable.accountId, after))
      .orderBy(asc(accountsTable.accountId))
      .limit(limit)
  }

  /** Adds the account, or refreshes it if it is this user's already; `undefined` if it is another user's. */
  async link(account: LinkedAccount, at: Date): Promise<AccountRecord | undefined> {
    const signIn = account.signIn ? JSON.stringify(account.signIn) : null
    const values = { name: null, initialSync: null, ...account, signIn, at }
    const [row] = await statements(this.#queries).link.execute(values)
    return row && readAccountRow(row)
  }

  /** Adds an account that nobody here has; `undefined` if somebody does. */
  async adopt(account: AdoptedAccount, at: Date): Promise<AccountRecord | undefined> {
    const adopted = this.#queries
      .$with('adopted')
      .as(
        this.#queries
          .insert(accountsTable)
          .values(newAccountRow(account, at))
          .onConflictDoNothing({ target: accountsTable.accountId })
          .returning(announced),
      )
    const note = {
      at: adopted.createdOn,
      userId: adopted.userId,
      provider: adopted.accountType,
      account: adopted.id,
    }
    const noted = noting(this.#queries, adopted, { action: 'account_adopted', ...note })
    const [row] = await this.#queries.with(adopted, noted).select().from(adopted)
    return row && readAccountRow(row)
  }

  /**
   * Records a status unless a newer one is known, because reports come out of order. A report that says
   * nothing new only counts as the newest; one about a single product never replaces a status of the whole
   * account.
   * @returns the account before and after; `undefined` if it is not stored.
   */
  async report(report: StatusReport, now: Date): Promise<StatusChange | undefined> {
    const { status, statusReason, replaces } = reportedStatus(report)
    const before = this.#queries
      .$with('before')
      .as(
        this.#queries
          .select()
          .from(accountsTable)
          .where(eq(accountsTable.accountId, report.accountId))
          .for('update'),
      )
    const isKnown = sql`${before.status} = ${status} and ${before.statusReason} is not distinct from ${statusReason}::text`
    const changed = this.#queries.$with('changed').as(
      this.#queries
        .update(accountsTable)
        .set({
          status,
          statusReason,
          statusAt: report.at,
          lastUpdate: sql`case when ${isKnown} then ${before.lastUpdate} else ${now.toISOString()}::timestamptz end`,
        })
        .from(before)
        .where(and(eq(accountsTable.id, before.id), lte(before.statusAt, report.at), replaces))
        .returning({
          ...getTableColumns(accountsTable),
          notification: sql`case when not (${isKnown}) then ${notification} end`.as('notification'),
        }),
    )
    const [row] = await this.#queries.with(before, changed).select().from(before).leftJoin(changed, sql`true`)
    if (!row) return undefined
    const account = readAccountRow(row.before)
    return { before: account, after: row.changed ? readAccountRow(row.changed) : account }
  }

  /**
   * Records how far the first import is. It never goes back, unless the account is linked again: reports come
   * out of order.
   */
  async reportSync({ accountId, sync, at }: SyncReport): Promise<void> {
    const earlier = syncOrder.slice(0, syncOrder.indexOf(sync))
    await this.#queries
      .update(accountsTable)
      .set({
        initialSync: sync,
        lastUpdate: sql`greatest(${accountsTable.lastUpdate}, ${at.toISOString()}::timestamptz)`,
      })
      .where(
        and(
          eq(accountsTable.accountId, accountId),
          or(isNull(accountsTable.initialSync), inArray(accountsTable.initialSync, earlier)),
        ),
      )
      .returning(announced)
  }

  /** The owner's name at the provider. */
  async reportName(accountId: string, name: string, now: Date): Promise<void> {
    await this.#queries
      .update(accountsTable)
      .set({ name, lastUpdate: now })
      .where(and(eq(accountsTable.accountId, accountId), sql`${accountsTable.name} is distinct from ${name}`))
      .returning(announced)
  }

  /**
   * Sets what the user calls the account; `null`: its name at the provider. `undefined` if the account no
   * longer exists.
   */
  async rename(accountId: string, label: string | null, now: Date): Promise<AccountRecord | undefined> {
    const renamed = this.#queries
      .$with('renamed')
      .as(
        this.#queries
          .update(accountsTable)
          .set({ label, lastUpdate: now })
          .where(eq(accountsTable.accountId, accountId))
          .returning(announced),
      )
    const note = {
      at: renamed.lastUpdate,
      userId: renamed.userId,
      provider: renamed.accountType,
      account: renamed.id,
    }
    const noted = noting(this.#queries, renamed, { action: 'account_renamed', ...note })
    const [row] = await this.#queries.with(renamed, noted).select().from(renamed)
    return row && readAccountRow(row)
  }

  /** @returns the account as it was; `undefined` if it no longer exists. */
  async remove(accountId: string, action: Removal, now: Date): Promise<AccountRecord | undefined> {
    const removed = this.#queries
      .$with('removed')
      .as(
        this.#queries
          .delete(accountsTable)
          .where(eq(accountsTable.accountId, accountId))
          .returning(announced),
      )
    const at = sql`${now.toISOString()}::timestamptz`
    const note = { at, userId: removed.userId, provider: removed.accountType, account: removed.id }
    const noted = noting(this.#queries, removed, { action, ...note })
    const [row] = await this.#queries.with(removed, noted).select().from(removed)
    return row && readAccountRow(row)
  }
}

type AccountRow = typeof accountsTable.$inferSelect

/** The row of an account that is not linked yet. */
export function newAccountRow(account: Omit<LinkedAccount, 'intentId' | 'mode'>, at: Date): AccountRow {
  return {
    id: randomUUID(),
    userId: account.userId,
    accountType: account.provider,
    accountId: account.accountId,
    status: account.status,
    statusReason: null,
    statusAt: at,
    name: account.name ?? null,
    label: null,
    initialSync: account.initialSync ?? null,
    signIn: account.signIn ?? null,
    providerUserId: account.providerUserId,
    lastUpdate: at,
    createdOn: at,
  }
}

export function readAccountRow(row: AccountRow): AccountRecord {
  const name = row.label ?? row.name
  const account = readAccount({
    id: row.id,
    provider: row.accountType,
    status: row.status,
    createdAt: row.createdOn.toISOString(),
    updatedAt: row.lastUpdate.toISOString(),
    ...(name === null ? {} : { name }),
    ...(row.initialSync === null ? {} : { initialSync: row.initialSync }),
    ...(row.statusReason === null ? {} : { statusReason: row.statusReason }),
  })
  return { ...account, userId: row.userId, accountId: row.accountId }
}

/** What a browser may see of it. */
export function publicAccount({ userId: _, accountId: __, ...account }: AccountRecord): Account {
  return account
}
