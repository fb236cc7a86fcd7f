import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias, type PgTable } from 'drizzle-orm/pg-core'
import type { Queries } from '../database.ts'

/**
 * Passes rows of `table` as one JSON parameter of this name: a list of records, in which a missing member is
 * null. `part` is the common table expression that holds them; `row` refers to one of them in the other parts
 * of the statement.
 *
 * The comparison in it is always true. PostgreSQL plans a prepared statement once per connection, maybe while
 * the table is small, and assumes that a comparison leaves few rows, which it then looks up by index. Without
 * it, it would plan to read the whole table.
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
