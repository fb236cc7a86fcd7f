import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type AccountRecord, AccountStore } from './account-store.ts'
import type { Database } from './database.ts'
import { accountEvent } from './new-host-event.ts'
import { OutboxStore, type TargetsOf } from './outbox-store.ts'
import { RemovalStore } from './removal-store.ts'
import { accountsTable, auditTable, intentsTable, linksTable } from './schema.ts'

/** All that is stored of one user, over all tables. */
export class UserRows {
  readonly #database: Database
  readonly #targetsOf: TargetsOf

  constructor(database: Database, targetsOf: TargetsOf) {
    this.#database = database
    this.#targetsOf = targetsOf
  }

  async listOpenIntents(userId: string): Promise<string[]> {
    const rows = await this.#database.queries
      .select({ id: intentsTable.id })
      .from(intentsTable)
      .where(and(eq(intentsTable.userId, userId), isNull(intentsTable.endedAt)))
    return rows.map(({ id }) => id)
  }

  /** Removes the user's accounts here and, through `connect_removals`, at Unipile, and tells the host. @returns them. */
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
      const outbox = new OutboxStore(queries, this.#targetsOf)
      await outbox.add(
        removed.map((account) => accountEvent('account.removed', account)),
        now,
        true,
      )
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
      await new OutboxStore(queries, this.#targetsOf).forgetUser(userId)
      const links = await queries
        .delete(linksTable)
        .where(eq(linksTable.userId, userId))
        .returning({ one: sql`1` })
      return links.length
    })
  }
}
