import { AccountStore, type StatusChange, type StatusReport } from '../store/account-store.ts'
import type { Queries } from '../store/database.ts'
import type { AccountEventType } from '../store/host-event.ts'
import { needsOwner } from '../store/needs-owner.ts'
import { accountEvent } from '../store/new-host-event.ts'
import { planNotice } from '../store/notice-store.ts'
import { OutboxStore, type TargetsOf } from '../store/outbox-store.ts'

/**
 * The one way to record a status that Unipile reports: writes it, and in the same transaction plans the email to the
 * owner and tells the host.
 */
export interface StatusChanges {
  /**
   * Writes the status in the caller's transaction and plans the notice if the owner is needed now.
   * `undefined` for an account that is not stored.
   */
  record(transaction: Queries, report: StatusReport, now: Date): Promise<StatusChange | undefined>
  /**
   * Whether the report says that an account works again while its user reconnects it: then the end of that
   * attempt says so, once, and the report can wait for it.
   */
  isOfReconnect(transaction: Queries, report: StatusReport, since: Date): Promise<boolean>
  /** Looks for the email that was planned. To be called after the commit. */
  announce(change: StatusChange): void
}

export interface StatusChangesSettings {
  readonly targetsOf: TargetsOf
  /**
   * How long after their account broke owners get an email, in milliseconds, and what looks for due emails.
   * Absent: never.
   */
  readonly notices?: { readonly delayMs: number; readonly wake: () => void }
}

export function createStatusChanges({ targetsOf, notices }: StatusChangesSettings): StatusChanges {
  return {
    async record(transaction, report, now) {
      const change = await new AccountStore(transaction).report(report, now)
      if (change && notices && needsOwnerNow(change)) {
        await planNotice(transaction, change.after, new Date(now.getTime() + notices.delayMs))
      }
      const type = change && eventOf(change)
      if (type) await new OutboxStore(transaction, targetsOf).add([accountEvent(type, change.after)], now)
      return change
    },
    async isOfReconnect(transaction, { accountId, status }, since) {
      if (status !== 'running') return false
      const accounts = new AccountStore(transaction)
      const account = await accounts.findByAccountId(accountId)
      return (
        account !== undefined && needsOwner(account.status) && accounts.isBeingReconnected(account, since)
      )
    },
    announce(change) {
      if (needsOwnerNow(change)) notices?.wake()
    },
  }
}

function needsOwnerNow({ before, after }: StatusChange): boolean {
  if (after.status === 'disconnected') return before.status !== 'disconnected'
  return needsOwner(after.status) && !needsOwner(before.status)
}

/** One event per fact: a status that says no more than the one before is none. */
function eventOf(change: StatusChange): AccountEventType | undefined {
  const { before, after } = change
  if (after.status === before.status) return undefined
  switch (after.status) {
    case 'running':
      return 'account.recovered'
    case 'disconnected':
    case 'partial':
      return needsOwnerNow(change) ? 'account.needs_owner' : undefined
    case 'errored':
    case 'degraded':
      return before.status === 'errored' || before.status === 'degraded' ? undefined : 'account.interrupted'
    case 'paused':
      return 'account.paused'
    default:
      return after.status satisfies never
  }
}
