import type { StatusChanges } from '../accounts/status-changes.ts'
import type { HostCallbacks } from '../callbacks/host-callbacks.ts'
import type { Intents } from '../intents/intents.ts'
import { AccountStore } from '../store/account-store.ts'
import type { Queries } from '../store/database.ts'
import { readKind } from './event-kind.ts'
import { stateOf, timeOf, type WebhookEvent } from './webhook-event.ts'

export interface ApplyContext {
  readonly intents: Pick<Intents, 'settleByState'>
  readonly statusChanges: StatusChanges
  readonly hostCallbacks: HostCallbacks
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** What applying an event comes to. */
export interface Applied {
  /** Whether the event is about an account that is here. */
  readonly known: boolean
  /** Tells the host, once what was written is committed. */
  readonly announce?: () => void
}

/**
 * Does what an event says. Applying one twice, late or in another order does no harm: a status that is older than the known one
 * changes nothing, and an intent settles once.
 *
 * `complete` runs its function in the transaction that marks the event as processed.
 */
export async function applyEvent(
  context: ApplyContext,
  event: WebhookEvent,
  receivedAt: Date,
  complete: (write: (transaction: Queries) => Promise<Applied>) => Promise<Applied>,
): Promise<Applied> {
  const { account_id: accountId } = event
  const kind = readKind(event.type)
  if (!accountId || !kind) return complete(async () => ({ known: true }))
  const at = timeOf(event) ?? receivedAt
  switch (kind.type) {
    case 'settled': {
      // The signature and our `state` prove whose account it is.
      const state = stateOf(event)
      if (state) await context.intents.settleByState({ state, accountId, added: kind.added })
      return complete(async () => ({ known: true }))
    }
    case 'removed':
      return complete(async (transaction) => {
        const removed = await new AccountStore(transaction).remove(
          accountId,
          'account_removed_upstream',
          new Date(context.now()),
        )
        // One that is not here is where it should be.
        if (!removed) return { known: true }
        return { known: true, announce: () => context.hostCallbacks.accountRemoved(removed) }
      })
    case 'synced':
      return complete(async (transaction) => {
        const accounts = new AccountStore(transaction)
        // Looked for first: an account that is linked just after a report that found none would never hear of it.
        if (!(await accounts.lockByAccountId(accountId))) return { known: false }
        await accounts.reportSync({ accountId, sync: kind.sync, at })
        return { known: true }
      })
    case 'status': {
      const { reason, product } = event.payload ?? {}
      return complete(async (transaction) => {
        const report = {
          accountId,
          status: kind.status,
          at,
          ...(reason ? { reason } : {}),
          ...(product ? { product } : {}),
        }
        const change = await context.statusChanges.record(transaction, report, new Date(context.now()))
        if (!change) return { known: false }
        return { known: true, announce: () => context.statusChanges.announce(change) }
      })
    }
  }
}
