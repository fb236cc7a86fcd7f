import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias, type PgTable } from 'drizzle-orm/pg-core'
import type { Queries } from '../database.ts'

/**
 * Rows of `table` that come with each run, all in the one parameter of this name: a list of records as JSON (`JSON.stringify`), of
 * which a missing member is null. `part` is the part of a statement that has them, by this name; `row` is one of them to its other parts.
 *
 * The comparison in it is always true. A prepared statement is planned once a connection, maybe while the table is small; PostgreSQL
 * takes a comparison to leave few of a list's rows, and few are looked up by an index, where it would read the whole table for a
 * hundred, then and ever after.
 */
export function givenRows<T extends PgTable>(table: T, name: string) {
  const columns = Object.entries(getTableColumns(table)).map(([member, column]) => ({
    column: sql.identifier(column.name),
    member: sql.identifier(member),
    type: sql.raw(column.getSQLType()),
  }))
  const [first] = columns
  const selected = sql.join(
    columns.map(({ column, member }) => sql`${member} as ${column}`),
    sql`, `,
  )
  const typed = sql.join(
    columns.map(({ member, type }) => sql`${member} ${type}`),
    sql`, `,
  )
  const rows = sql`select ${selected} from jsonb_to_recordset(${sql.placeholder(name)}) as it (${typed}) where ${first?.member} = any(array[${first?.member}])`
  return { row: alias(table, name), part: (queries: Queries) => queries.$with(name, {}).as(rows) }
}

/** The columns of a row, in the table's order. */
export function columnsOf(row: PgTable): SQL {
  return sql.join(Object.values(getTableColumns(row)), sql`, `)
}
