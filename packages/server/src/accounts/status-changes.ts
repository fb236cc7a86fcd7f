import type { HostCallbacks } from '../callbacks/host-callbacks.ts'
import { AccountStore, type StatusChange, type StatusReport } from '../store/account-store.ts'
import type { Queries } from '../store/database.ts'
import { needsOwner } from '../store/needs-owner.ts'
import { planNotice } from '../store/notice-store.ts'

/**
 * The one way to record a status that Unipile reports: writes it, plans the email to the owner, notifies the
 * host.
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
  /** Notifies the host of the change. To be called after the commit. */
  announce(change: StatusChange): void
}

export interface StatusChangesSettings {
  readonly hostCallbacks: HostCallbacks
  /**
   * How long after their account broke owners get an email, in milliseconds, and what looks for due emails.
   * Absent: never.
   */
  readonly notices?: { readonly delayMs: number; readonly wake: () => void }
}

export function createStatusChanges({ hostCallbacks, notices }: StatusChangesSettings): StatusChanges {
  return {
    async record(transaction, report, now) {
      const change = await new AccountStore(transaction).report(report, now)
      if (change && notices && needsOwnerNow(change)) {
        await planNotice(transaction, change.after, new Date(now.getTime() + notices.delayMs))
      }
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
      if (needsOwnerNow(change)) {
        hostCallbacks.accountNeedsOwner(change.after)
        notices?.wake()
      }
      if (needsOwner(change.before.status) && change.after.status === 'running') {
        hostCallbacks.accountRecovered(change.after)
      }
    },
  }
}

function needsOwnerNow({ before, after }: StatusChange): boolean {
  if (after.status === 'disconnected') return before.status !== 'disconnected'
  return needsOwner(after.status) && !needsOwner(before.status)
}
