import * as v from 'valibot'
import { webhookStateSchema } from '../upstream/assumptions.ts'

/** What an id or a type is made of. */
const word = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/))
const text = v.optional(v.nullable(v.string()))
const moment = v.optional(v.nullable(v.union([v.string(), v.number()])))

/** An event as far as it is read; the rest is ignored, for types grow. */
export const webhookEventSchema = v.looseObject({
  id: word,
  type: word,
  account_id: text,
  created_at: moment,
  payload: v.optional(
    v.nullable(v.looseObject({ timestamp: moment, reason: text, product: text, state: text })),
  ),
})

export type WebhookEvent = v.InferOutput<typeof webhookEventSchema>

/** When the event happened; `undefined` where it does not tell in a way that can be read. */
export function timeOf(event: WebhookEvent): Date | undefined {
  const told = event.payload?.timestamp ?? event.created_at
  if (told === undefined || told === null) return undefined
  const time = new Date(told)
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** The `state` that our start gave to Unipile, where the event carries it. */
export function stateOf(event: WebhookEvent): string | undefined {
  const { state, payload } = v.parse(webhookStateSchema, event)
  return state ?? payload?.state ?? undefined
}
