import * as v from 'valibot'
import type { WizardLinked } from '../upstream.ts'

/**
 * What API v1 posts to a wizard's `notify_url`. Its `name`, the intent's `state`, proves nothing: the user's
 * browser has seen it.
 */
export const wizardNotificationSchema = v.looseObject({
  status: v.pipe(v.string(), v.maxLength(64)),
  account_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
})

/** The statuses that report an account (API v1, "Hosted auth", `notify_url`). */
const ADDED = 'CREATION_SUCCESS'
const RECONNECTED = 'RECONNECTED'

/** `undefined` for any other status. */
export function readWizardNotification({
  status,
  account_id: accountId,
}: v.InferOutput<typeof wizardNotificationSchema>): WizardLinked | undefined {
  return status === ADDED || status === RECONNECTED ? { accountId, added: status === ADDED } : undefined
}
