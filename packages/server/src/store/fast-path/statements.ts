import type { Queries } from '../database.ts'

/**
 * Statements that are built once for each connection's queries: building one costs more than running it. Each is prepared
 * under its name, so PostgreSQL parses it once a connection, too.
 */
export function statementsFor<T>(build: (queries: Queries) => T): (queries: Queries) => T {
  const built = new WeakMap<Queries, T>()
  return (queries) => {
    const statements = built.get(queries) ?? build(queries)
    built.set(queries, statements)
    return statements
  }
}
