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
  ['account.locked', { type: 'changed' }],
  ['account.unlocked', { type: 'changed' }],
  ...upstreamStatuses.map(
    (status) => [`account.status.${status}`, { type: 'status', status }] satisfies [string, AccountChange],
  ),
  ...(['running', 'failed', 'completed'] as const).map(
    (sync) => [`account.initial_sync.${sync}`, { type: 'synced', sync }] satisfies [string, AccountChange],
  ),
])

const isNew = (type: string) => /degraded|partial|locked/.test(type)
const isOld = (type: string) => type === 'account.status.paused'

/**
 * The events that a webhook endpoint has to be sent: every type that is acted on and that Unipile's newest
 * client names (`CreateWebhookEndpointData`). One that it does not know makes Unipile refuse the endpoint.
 */
export const triggerEvents: readonly string[] = [...changes.keys()].filter((type) => !isOld(type))

/** The same of the client before: for an application that does not know the newest yet. */
export const olderTriggerEvents: readonly string[] = [...changes.keys()].filter((type) => !isNew(type))

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
