import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { AccountChange, UpstreamEvent } from '../../upstream-event.ts'
import { statusOf } from './v1-statuses.ts'

/**
 * What API v1's account status webhook sends (documentation, "Account status updates"). It has no id and no
 * time.
 */
export const statusWebhookSchema = v.looseObject({
  AccountStatus: v.looseObject({
    account_id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    account_type: v.optional(v.nullable(v.string())),
    message: v.pipe(v.string(), v.maxLength(64)),
  }),
})

type StatusWebhook = v.InferOutput<typeof statusWebhookSchema>

/**
 * The webhook in the port's terms; `undefined` for a message that API v2 has no event for. Without a time and
 * an id, a repeated delivery looks like news, so a status is only a reason to ask for the account.
 */
export function readStatusWebhook({ AccountStatus }: StatusWebhook): UpstreamEvent | undefined {
  const { account_id: accountId, message } = AccountStatus
  const change = changeOf(message)
  return change && { id: randomUUID(), type: message, change: { ...change, accountId } }
}

function changeOf(message: string): AccountChange | undefined {
  switch (message) {
    case 'DELETED':
      return { type: 'removed' }
    case 'CREATION_SUCCESS':
      return { type: 'settled', added: true }
    case 'RECONNECTED':
      return { type: 'changed' }
    case 'SYNC_SUCCESS':
      return { type: 'synced', sync: 'completed' }
  }
  return statusOf(message) && { type: 'changed' }
}
