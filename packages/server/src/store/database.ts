import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Queries and transactions, on PostgreSQL or on the embedded one alike. */
export type Queries = PgDatabase<PgQueryResultHKT>

export interface Database {
  readonly queries: Queries
  /** Commits what `work` writes through the queries that it gets, or nothing of it if it rejects. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Whether no other instance can be on this database. */
  readonly exclusive: boolean
  /**
   * Listens to a channel until the returned function is called. `onGap` is called when some notifications may
   * have been missed, after a lost connection.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>
  /** Whether notifications come in now; always true if none can be lost. */
  isListening(): boolean
  close(): Promise<void>
}
