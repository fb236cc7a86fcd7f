import * as v from 'valibot'
import { statusOf } from './v1-statuses.ts'

/** What API v1's account status webhook sends (documentation, "Account status updates"). It has no id and no time of its own. */
export const statusWebhookSchema = v.looseObject({
  AccountStatus: v.looseObject({
    account_id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    account_type: v.optional(v.nullable(v.string())),
    message: v.pipe(v.string(), v.maxLength(64)),
  }),
})

/** What it tells, as the type of the event that API v2 sends for the same; `undefined` for what API v2 has no word for. */
export function eventTypeOf({ AccountStatus: { message } }: v.InferOutput<typeof statusWebhookSchema>) {
  switch (message) {
    case 'DELETED':
      return 'account.remove'
    case 'CREATION_SUCCESS':
      return 'account.add'
    case 'RECONNECTED':
      return 'account.status.running'
    case 'SYNC_SUCCESS':
      return 'account.initial_sync.completed'
  }
  const status = statusOf(message)
  return status && `account.status.${status}`
}
