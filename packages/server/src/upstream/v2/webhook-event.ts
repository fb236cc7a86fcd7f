import * as v from 'valibot'
import type { AccountChange, UpstreamEvent } from '../../upstream-event.ts'
import { upstreamStatuses } from '../account-statuses.ts'
import { webhookState } from '../assumptions.ts'

/** The format of ids and types. */
const word = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/))
const text = v.optional(v.nullable(v.string()))
const moment = v.optional(v.nullable(v.union([v.string(), v.number()])))

/** An event as far as it is read; the rest is ignored, because types grow. */
export const webhookEventSchema = v.looseObject({
  id: word,
  type: word,
  account_id: text,
  created_at: moment,
  state: text,
  payload: v.optional(
    v.nullable(v.looseObject({ timestamp: moment, reason: text, product: text, state: text })),
  ),
})

type WebhookEvent = v.InferOutput<typeof webhookEventSchema>

/** What each type changes, as far as the type says it. */
const changes = new Map<string, AccountChange>([
  ['account.add', { type: 'settled', added: true }],
  ['account.reconnect', { type: 'settled', added: false }],
  ['account.remove', { type: 'removed' }],
  ...upstreamStatuses.map(
    (status) => [`account.status.${status}`, { type: 'status', status }] satisfies [string, AccountChange],
  ),
  ...(['running', 'failed', 'completed'] as const).map(
    (sync) => [`account.initial_sync.${sync}`, { type: 'synced', sync }] satisfies [string, AccountChange],
  ),
])

/**
 * The events that a webhook endpoint has to be sent: every type that is documented (wire page, "Webhooks")
 * and acted on. Events of the newer statuses `degraded` and `partial` are not documented, so they are not
 * requested; those that arrive are applied.
 */
export const triggerEvents: readonly string[] = [...changes.keys()].filter(
  (type) => type !== 'account.status.degraded' && type !== 'account.status.partial',
)

/** The event in the port's terms; without a `change` if its type is not known. */
export function readEvent(event: WebhookEvent): UpstreamEvent {
  const { id, type, account_id: accountId } = event
  const change = changes.get(type)
  const occurredAt = timeOf(event)
  return {
    id,
    type,
    ...(accountId && change ? { change: { ...withDetails(change, event), accountId } } : {}),
    ...(occurredAt ? { occurredAt } : {}),
  }
}

function withDetails(change: AccountChange, event: WebhookEvent): AccountChange {
  if (change.type === 'settled') {
    const state = webhookState(event)
    return state ? { ...change, state } : change
  }
  if (change.type !== 'status') return change
  const { reason, product } = event.payload ?? {}
  return { ...change, ...(reason ? { reason } : {}), ...(product ? { product } : {}) }
}

/** `undefined` if the event does not say it in a form that can be read. */
function timeOf({ payload, created_at: createdAt }: WebhookEvent): string | undefined {
  const said = payload?.timestamp ?? createdAt
  if (said === undefined || said === null) return undefined
  const time = new Date(said)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
