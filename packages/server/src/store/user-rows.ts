import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type AccountRecord, AccountStore } from './account-store.ts'
import type { Database } from './database.ts'
import { RemovalStore } from './removal-store.ts'
import { accountsTable, auditTable, intentsTable, linksTable } from './schema.ts'

/** All that is stored of one user, over all tables. */
export class UserRows {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async listOpenIntents(userId: string): Promise<string[]> {
    const rows = await this.#database.queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(and(eq(intentsTable.userId, userId), isNull(intentsTable.endedAt)))
    return rows.map(({ id }) => id)
  }

  /** Removes the user's accounts here and, through `connect_removals`, at Unipile. @returns them. */
  async disconnectAll(userId: string, now: Date): Promise<AccountRecord[]> {
    return this.#database.transaction(async (queries) => {
      const accounts = new AccountStore(queries)
      const removals = new RemovalStore(queries)
      const removed: AccountRecord[] = []
      // In one order, so that two calls cannot wait for each other.
      const rows = await queries
        .select({ accountId: accountsTable.accountId })
        .from(accountsTable)
        .where(eq(accountsTable.userId, userId))
        .orderBy(accountsTable.accountId)
        .for('update')
      for (const { accountId } of rows) {
        const account = await accounts.remove(accountId, 'account_disconnected', now)
        if (!account) continue
        await removals.add(accountId, now, now)
        removed.push(account)
      }
      return removed
    })
  }

  /**
   * Removes the user's links, and everything of ended intents and notes that leads to the user. The ended
   * intents stay for their time as canceled ones, with Unipile's ids: so what it links later for one of them is
   * removed.
   * @returns how many links there were.
   */
  async anonymize(userId: string): Promise<number> {
    const nobody = `erased-${randomUUID()}`
    return this.#database.transaction(async (queries) => {
      await queries
        .update(intentsTable)
        .set({
          userId: nobody,
          mode: 'link',
          relinkAccount: null,
          linkId: null,
          returnTo: null,
          signIn: null,
          step: { type: 'canceled' },
        })
        .where(and(eq(intentsTable.userId, userId), isNotNull(intentsTable.endedAt)))
      await queries
        .update(auditTable)
        .set({ userId: nobody, account: null, intentId: null })
        .where(eq(auditTable.userId, userId))
      const links = await queries
        .delete(linksTable)
        .where(eq(linksTable.userId, userId))
        .returning({ one: sql`1` })
      return links.length
    })
  }
}
