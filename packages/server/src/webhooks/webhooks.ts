import * as v from 'valibot'
import type { Intents } from '../intents/intents.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { WebhookEventStore } from '../store/webhook-event-store.ts'
import { upstreamStatuses } from '../upstream/account-statuses.ts'
import { webhookStateSchema } from '../upstream/assumptions.ts'
import { timeOf, type WebhookEvent } from './webhook-event.ts'

export interface WebhookContext {
  readonly events: WebhookEventStore
  readonly accounts: AccountStore
  readonly intents: Pick<Intents, 'settleByState'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Applies a verified event once; a repeated delivery does nothing. The event counts as handled only when it was applied: one
 * that fails is delivered again, and applying it twice does no harm.
 */
export async function receiveEvent(context: WebhookContext, event: WebhookEvent): Promise<void> {
  if (await context.events.has(event.id)) return
  await applyEvent(context, event)
  await context.events.add({ id: event.id, type: event.type, receivedAt: new Date(context.now()) })
}

const statusPrefix = 'account.status.'

async function applyEvent(context: WebhookContext, event: WebhookEvent): Promise<void> {
  const { type, account_id: accountId } = event
  if (!accountId) return
  if (type === 'account.add' || type === 'account.reconnect') return settle(context, event, accountId)
  if (type === 'account.remove') return context.accounts.remove(accountId)
  if (!type.startsWith(statusPrefix)) return
  const status = v.safeParse(v.picklist(upstreamStatuses), type.slice(statusPrefix.length))
  if (!status.success) return
  const now = new Date(context.now())
  await context.accounts.report(
    {
      accountId,
      status: status.output,
      at: timeOf(event) ?? now,
      ...(event.payload?.reason ? { reason: event.payload.reason } : {}),
    },
    now,
  )
}

/** The signature and our `state` prove whose account it is. */
async function settle(context: WebhookContext, event: WebhookEvent, accountId: string): Promise<void> {
  const { state, payload } = v.parse(webhookStateSchema, event)
  const told = state ?? payload?.state
  if (!told) return
  await context.intents.settleByState({ state: told, accountId, added: event.type === 'account.add' })
}
