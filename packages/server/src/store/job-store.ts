import { eq, lte } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { jobsTable } from './schema.ts'

/** When each job is due next. A job has one row, which its first claim adds. */
export class JobStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  /**
   * Claims the job if it was due by then, or has never run. Of all instances that claim at once, one gets
   * `true`.
   */
  async claim(name: string, claim: { dueBy: Date; nextDue: Date }): Promise<boolean> {
    const claimed = await this.#queries
      .insert(jobsTable)
      .values({ name, dueAt: claim.nextDue })
      .onConflictDoUpdate({
        target: jobsTable.name,
        set: { dueAt: claim.nextDue },
        setWhere: lte(jobsTable.dueAt, claim.dueBy),
      })
      .returning({ name: jobsTable.name })
    return claimed.length > 0
  }

  async setDue(name: string, dueAt: Date): Promise<void> {
    await this.#queries.update(jobsTable).set({ dueAt }).where(eq(jobsTable.name, name))
  }

  async dueAt(name: string): Promise<Date | undefined> {
    const [row] = await this.#queries
      .select({ dueAt: jobsTable.dueAt })
      .from(jobsTable)
      .where(eq(jobsTable.name, name))
    return row?.dueAt
  }
}
