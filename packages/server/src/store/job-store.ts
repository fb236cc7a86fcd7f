import { eq, gt, lte, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { jobsTable } from './schema.ts'

interface JobClaim {
  readonly dueBy: Date
  readonly nextDue: Date
  /** The pause between two runs, in milliseconds. */
  readonly periodMs: number
}

/** When each job is due next. A job has one row, which its first claim adds. */
export class JobStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  /**
   * Claims the job if it was due by then, has never run, or waits for longer than its period is now. Of all
   * instances that claim at once, one gets `true`.
   */
  async claim(name: string, { dueBy, nextDue, periodMs }: JobClaim): Promise<boolean> {
    const claimed = await this.#queries
      .insert(jobsTable)
      .values({ name, dueAt: nextDue, periodMs })
      .onConflictDoUpdate({
        target: jobsTable.name,
        set: { dueAt: nextDue, periodMs },
        setWhere: sql`${lte(jobsTable.dueAt, dueBy)} or ${gt(jobsTable.periodMs, periodMs)}`,
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
