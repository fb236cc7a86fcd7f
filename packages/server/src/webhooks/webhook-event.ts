import * as v from 'valibot'

/** An event as far as it is read; the rest is ignored, for types grow. */
export const webhookEventSchema = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  type: v.pipe(v.string(), v.maxLength(128)),
  account_id: v.optional(v.nullable(v.string())),
  created_at: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  payload: v.optional(
    v.nullable(
      v.looseObject({
        timestamp: v.optional(v.nullable(v.union([v.string(), v.number()]))),
        reason: v.optional(v.nullable(v.string())),
      }),
    ),
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
