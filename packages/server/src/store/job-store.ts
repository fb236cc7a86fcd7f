import { eq, lte } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { choresTable } from './schema.ts'

/** When each chore is to be done next. A chore has one row, made by whoever does it first. */
export class ChoreStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  /** Takes the chore on where it was due by then, or never done; of all who ask at once one is told `true`. */
  async claim(name: string, claim: { dueBy: Date; nextDue: Date }): Promise<boolean> {
    const claimed = await this.#queries
      .insert(choresTable)
      .values({ name, dueAt: claim.nextDue })
      .onConflictDoUpdate({
        target: choresTable.name,
        set: { dueAt: claim.nextDue },
        setWhere: lte(choresTable.dueAt, claim.dueBy),
      })
      .returning({ name: choresTable.name })
    return claimed.length > 0
  }

  async setDue(name: string, dueAt: Date): Promise<void> {
    await this.#queries.update(choresTable).set({ dueAt }).where(eq(choresTable.name, name))
  }

  async dueAt(name: string): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ dueAt: choresTable.dueAt })
      .from(choresTable)
      .where(eq(choresTable.name, name))
    return row?.dueAt
  }
}
