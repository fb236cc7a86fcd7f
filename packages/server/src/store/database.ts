import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Queries and transactions, on PostgreSQL or on the embedded one alike. */
export type Queries = PgDatabase<PgQueryResultHKT>

export interface Database {
  readonly queries: Queries
  /** Whether no other instance can be on this database. */
  readonly exclusive: boolean
  /**
   * Hears every notification of a channel until the returned function is called. `onGap` is called when some may have
   * been missed, after a lost connection.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>
  close(): Promise<void>
}
