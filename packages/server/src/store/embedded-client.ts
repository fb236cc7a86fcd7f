/** What is run on an embedded database, in a transaction or outside of one. */
export interface EmbeddedQueries {
  query(
    sql: string,
    values?: unknown[],
    options?: {
      readonly rowMode?: 'array' | 'object'
      readonly parsers?: Record<number, (value: string) => unknown>
    },
  ): Promise<{ readonly rows: Record<string, unknown>[] }>
}

/**
 * The part of a PGlite client that the handler uses, so that any copy and version of `@electric-sql/pglite`
 * that has it fits.
 */
export interface EmbeddedClient extends EmbeddedQueries {
  transaction<T>(work: (transaction: EmbeddedQueries) => Promise<T>): Promise<T>
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
