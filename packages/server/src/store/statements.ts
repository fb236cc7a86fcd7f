import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queries } from './database.ts'

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

/** A value that comes with each run under this name, as the column keeps it; null stays null. */
export function given(name: string, column: PgColumn): SQL {
  const encoder = {
    mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
  }
  return sql`${sql.param(sql.placeholder(name), encoder)}`
}

/** The same, where PostgreSQL cannot tell the value's type from where it stands. */
export function givenTyped(name: string, column: PgColumn): SQL {
  return sql`${given(name, column)}::${sql.raw(column.getSQLType())}`
}
