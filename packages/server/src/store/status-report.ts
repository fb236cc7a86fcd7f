import type { AccountStatus } from '@connect-account/core/protocol'
import { inArray, type SQL, sql } from 'drizzle-orm'
import { accountsTable } from './schema.ts'

/** What Unipile says of an account's status. */
export interface StatusReport {
  readonly accountId: string
  readonly status: AccountStatus
  readonly reason?: string
  /** The one product of the account that this is about. Absent: the whole account. */
  readonly product?: string
  readonly at: Date
}

/** The status that a report gives its account. */
export interface ReportedStatus {
  readonly status: AccountStatus
  readonly statusReason: string | null
  /** Which statuses it may replace, if it is newer. Default: all. */
  readonly replaces?: SQL | undefined
}

export function reportedStatus({ status, reason, product }: StatusReport): ReportedStatus {
  if (product === undefined) return { status, statusReason: reason ?? null }
  if (status === 'running') {
    return { status, statusReason: null, replaces: isAboutProduct(product) }
  }
  return {
    status: productStatus[status],
    statusReason: reason ? `${product}: ${reason}` : product,
    replaces: inArray(accountsTable.status, ['running', 'partial', 'degraded']),
  }
}

/**
 * A status event's payload may name a `product`: the status is that product's, and the account's other products
 * continue to work (`products_connection_status` of the official client's `Account`). A product that needs its
 * owner makes the account `partial`, one that has trouble `degraded`, and one that runs again makes the
 * account `running` if that product was the cause; what holds for all of the account stays.
 */
const productStatus = {
  disconnected: 'partial',
  paused: 'degraded',
  partial: 'partial',
  errored: 'degraded',
  degraded: 'degraded',
} as const satisfies Record<Exclude<AccountStatus, 'running'>, AccountStatus>

function isAboutProduct(product: string): SQL {
  const { status, statusReason } = accountsTable
  return sql`${status} in ('partial', 'degraded') and (${statusReason} = ${product} or starts_with(${statusReason}, ${`${product}: `}))`
}
