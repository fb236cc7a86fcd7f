import type { Queries } from '../database.ts'

/**
 * Builds statements once for each connection's queries, because building one costs more than running it. Each
 * is prepared under its name, so that PostgreSQL parses it once per connection too.
 */
export function statementsFor<T>(build: (queries: Queries) => T): (queries: Queries) => T {
  const built = new WeakMap<Queries, T>()
  return (queries) => {
    const statements = built.get(queries) ?? build(queries)
    built.set(queries, statements)
    return statements
  }
}
