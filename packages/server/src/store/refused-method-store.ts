import { desc, gt } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { refusedMethodsTable } from './schema.ts'

/** A way to link a provider that Unipile does not have, although its API's documents name it. */
export interface RefusedMethod {
  readonly provider: string
  readonly method: string
}

/** What Unipile refused as unknown, for all instances. */
export class RefusedMethodStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  async note({ provider, method }: RefusedMethod, at: Date): Promise<void> {
    await this.#queries
      .insert(refusedMethodsTable)
      .values({ provider, method, refusedAt: at })
      .onConflictDoUpdate({
        target: [refusedMethodsTable.provider, refusedMethodsTable.method],
        set: { refusedAt: at },
      })
  }

  /** Those that were refused since then, newest first. There are no more than the catalogue has methods. */
  listSince(since: Date): Promise<RefusedMethod[]> {
    const { provider, method, refusedAt } = refusedMethodsTable
    return this.#queries
      .select({ provider, method })
      .from(refusedMethodsTable)
      .where(gt(refusedAt, since))
      .orderBy(desc(refusedAt))
  }
}
