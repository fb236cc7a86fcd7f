import { ConnectError } from '@connect-account/core/errors'
import { removeWithin } from '../accounts/remove-account.ts'
import { restartStopped } from '../accounts/restart-stopped.ts'
import type { StatusChanges } from '../accounts/status-changes.ts'
import type { Intents } from '../intents/intents.ts'
import type { Logger } from '../log/logger.ts'
import { AccountStore } from '../store/account-store.ts'
import type { Queries } from '../store/database.ts'
import type { TargetsOf } from '../store/outbox-store.ts'
import type { StatusReport } from '../store/status-report.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { AccountChange, UpstreamEvent } from '../upstream-event.ts'

export interface ApplyContext {
  readonly intents: Pick<Intents, 'settleByState'>
  readonly statusChanges: StatusChanges
  readonly targetsOf: TargetsOf
  readonly accounts: Pick<AccountStore, 'findByAccountId'>
  readonly upstream: Pick<Upstream, 'readAccount' | 'restartAccount'>
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * How long an event may be ahead of what it is about, whose row may be about to be written, in milliseconds.
 */
export const AHEAD_MS = 60_000
/**
 * How long after an event Unipile may not know the account yet that it reports, in milliseconds. Later, the
 * account was removed again, and there is nothing to link.
 */
const GONE_AFTER_MS = 10_000
/** How long after an attempt to reconnect has expired its end may still come, in milliseconds. */
const LATE_RECONNECT_MS = 3_600_000

/** The result of applying an event. */
export interface Applied {
  /** Whether what the event is about is known: an account that is stored, and not being reconnected. */
  readonly known: boolean
  /** Looks for the email that was planned. To be called after the commit. */
  readonly announce?: () => void
}

/**
 * Applies an event. Applying it twice, late or out of order does no harm: a status that is older than the
 * known one changes nothing, and an intent settles once.
 * @param complete Runs its function in the transaction that marks the event as processed.
 */
export async function applyEvent(
  context: ApplyContext,
  { change, occurredAt }: UpstreamEvent,
  receivedAt: Date,
  complete: (write: (transaction: Queries) => Promise<Applied>) => Promise<Applied>,
): Promise<Applied> {
  if (!change) return complete(async () => ({ known: true }))
  const { accountId } = change
  const at = occurredAt === undefined ? receivedAt : new Date(occurredAt)
  switch (change.type) {
    case 'settled': {
      // The webhook's proof and our `state` together prove whose account it is.
      const { state, added } = change
      try {
        if (state) await context.intents.settleByState({ state, accountId, added })
      } catch (error) {
        if (!isGone(error) || context.now() - receivedAt.getTime() < GONE_AFTER_MS) throw error
      }
      return complete(async () => ({ known: true }))
    }
    case 'removed':
      return complete(async (transaction) => {
        const now = new Date(context.now())
        // An account that is not stored needs no removal.
        await removeWithin(transaction, context.targetsOf, accountId, 'account_removed_upstream', now)
        return { known: true }
      })
    case 'synced':
      return complete(async (transaction) => {
        const accounts = new AccountStore(transaction)
        // Locked first: an account that is linked just after an update that matched no row would miss this
        // report.
        if (!(await accounts.lockByAccountId(accountId))) return { known: false }
        await accounts.reportSync({ accountId, sync: change.sync, at })
        return { known: true }
      })
    case 'changed':
    case 'status': {
      const report = await readReport(context, change, accountId, at)
      if (!report) return complete(async () => ({ known: false }))
      return complete(async (transaction) => {
        const isRecent = context.now() - receivedAt.getTime() < AHEAD_MS
        const since = new Date(context.now() - LATE_RECONNECT_MS)
        if (isRecent && (await context.statusChanges.isOfReconnect(transaction, report, since))) {
          return { known: false }
        }
        const recorded = await context.statusChanges.record(transaction, report, new Date(context.now()))
        if (!recorded) return { known: false }
        return { known: true, announce: () => context.statusChanges.announce(recorded) }
      })
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ConnectError && error.code === 'account_not_found'
}

/** What is to be recorded; `undefined` if Unipile would have to be asked about an account that is not stored. */
async function readReport(
  context: ApplyContext,
  change: Extract<AccountChange, { type: 'changed' | 'status' }>,
  accountId: string,
  at: Date,
): Promise<StatusReport | undefined> {
  if (change.type === 'status') {
    const { status, reason, product } = change
    return { accountId, status, at, ...(reason ? { reason } : {}), ...(product ? { product } : {}) }
  }
  const stored = await context.accounts.findByAccountId(accountId)
  if (!stored) return undefined
  const askedAt = new Date(context.now())
  const account = await context.upstream.readAccount(accountId)
  const { status, product } = await restartStopped(context, account, stored.status)
  return { accountId, status, at: askedAt, ...(product === undefined ? {} : { reason: product }) }
}
