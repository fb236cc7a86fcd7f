import { type Account, type AccountStatus, readAccount } from '@connect-account/core/protocol'
import { and, asc, eq, lte } from 'drizzle-orm'
import * as v from 'valibot'
import type { Queries } from './database.ts'
import { accountsTable } from './schema.ts'

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
}

export interface StatusReport {
  readonly accountId: string
  readonly status: AccountStatus
  readonly reason?: string
  readonly at: Date
}

/** The linked accounts. A row is one user's for good: nothing here moves it to another. */
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
      .orderBy(asc(accountsTable.createdOn))
    return rows.map(readRow)
  }

  /** `id` may be anything that somebody typed. */
  async find(userId: string, id: string): Promise<AccountRecord | undefined> {
    if (!v.is(v.pipe(v.string(), v.uuid()), id)) return undefined
    const [row] = await this.#queries
      .select()
      .from(accountsTable)
      .where(and(eq(accountsTable.id, id), eq(accountsTable.userId, userId)))
    return row && readRow(row)
  }

  async findByAccountId(accountId: string): Promise<AccountRecord | undefined> {
    const [row] = await this.#queries
      .select()
      .from(accountsTable)
      .where(eq(accountsTable.accountId, accountId))
    return row && readRow(row)
  }

  /** Adds the account, or refreshes it where it is this user's already; `undefined` where it is another user's. */
  async link(account: LinkedAccount, at: Date): Promise<AccountRecord | undefined> {
    const fresh = {
      status: account.status,
      statusReason: null,
      statusAt: at,
      name: account.name ?? null,
      providerUserId: account.providerUserId,
      lastUpdate: at,
    }
    const [row] = await this.#queries
      .insert(accountsTable)
      .values({
        ...fresh,
        userId: account.userId,
        accountType: account.provider,
        accountId: account.accountId,
        createdOn: at,
      })
      .onConflictDoUpdate({
        target: accountsTable.accountId,
        set: fresh,
        setWhere: eq(accountsTable.userId, account.userId),
      })
      .returning()
    return row && readRow(row)
  }

  /** Records a status, unless a newer one is known: reports come out of order. */
  async report(report: StatusReport, now: Date): Promise<void> {
    await this.#queries
      .update(accountsTable)
      .set({
        status: report.status,
        statusReason: report.reason ?? null,
        statusAt: report.at,
        lastUpdate: now,
      })
      .where(and(eq(accountsTable.accountId, report.accountId), lte(accountsTable.statusAt, report.at)))
  }

  async remove(accountId: string): Promise<void> {
    await this.#queries.delete(accountsTable).where(eq(accountsTable.accountId, accountId))
  }
}

function readRow(row: typeof accountsTable.$inferSelect): AccountRecord {
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
