import type { HostCallbacks } from '../callbacks/host-callbacks.ts'
import { type AccountRecord, AccountStore, type StatusReport } from '../store/account-store.ts'
import type { Queries } from '../store/database.ts'
import { planNotice } from '../store/notice-store.ts'

/** An account before and after a report of its status; the same twice, where the report told nothing new. */
interface StatusChange {
  readonly before: AccountRecord
  readonly after: AccountRecord
}

/** The one way in for a status that Unipile tells: it is written, the owner is to be written to, and the host is told. */
export interface StatusChanges {
  /**
   * Writes the status, in the caller's transaction, and plans the notice to an owner who is needed now. `undefined` for an account
   * that is not here.
   */
  record(transaction: Queries, report: StatusReport, now: Date): Promise<StatusChange | undefined>
  /** Tells the host of the change. To be called after the commit. */
  announce(change: StatusChange): void
}

export interface StatusChangesSettings {
  readonly hostCallbacks: HostCallbacks
  /** Where owners are written to: how long after their account broke, in milliseconds, and who is to look for that. */
  readonly notices?: { readonly delayMs: number; readonly wake: () => void }
}

export function createStatusChanges({ hostCallbacks, notices }: StatusChangesSettings): StatusChanges {
  return {
    async record(transaction, report, now) {
      const accounts = new AccountStore(transaction)
      const before = await accounts.lockByAccountId(report.accountId)
      if (!before) return undefined
      await accounts.report(report, now)
      const after = (await accounts.findByAccountId(report.accountId)) ?? before
      if (notices && needsOwnerNow({ before, after })) {
        await planNotice(transaction, after, new Date(now.getTime() + notices.delayMs))
      }
      return { before, after }
    },
    announce(change) {
      if (needsOwnerNow(change)) {
        hostCallbacks.accountNeedsOwner(change.after)
        notices?.wake()
      }
      if (change.before.status === 'disconnected' && change.after.status === 'running') {
        hostCallbacks.accountRecovered(change.after)
      }
    },
  }
}

function needsOwnerNow({ before, after }: StatusChange): boolean {
  return before.status !== 'disconnected' && after.status === 'disconnected'
}
