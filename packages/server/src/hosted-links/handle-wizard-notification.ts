import { ConnectError } from '@connect-account/core/errors'
import * as v from 'valibot'
import { isWizardIntent } from '../intents/model/wizard.ts'
import type { LinkContext } from './link-context.ts'

/** What API v1 posts to a wizard's `notify_url`. `name` is the intent's `state`, which the user's browser has seen too: it proves nothing. */
export const wizardNotificationSchema = v.looseObject({
  status: v.pipe(v.string(), v.maxLength(64)),
  account_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.excludes('\u0000')),
})

export type WizardNotification = v.InferOutput<typeof wizardNotificationSchema>

/** The statuses that tell of an account (API v1, "Hosted auth", `notify_url`). */
const ADDED = 'CREATION_SUCCESS'
const RECONNECTED = 'RECONNECTED'

/**
 * Takes API v1's word of the account that its wizard has linked. It signs nothing: the proof is the address, which we gave to
 * Unipile alone. Of any other status nothing follows.
 * @throws ConnectError `webhook_invalid`.
 */
export async function handleWizardNotification(
  { states, intentStore, intents }: LinkContext,
  proof: string,
  { status, account_id: accountId }: WizardNotification,
): Promise<void> {
  const proven = await states.verify(proof)
  const intent = typeof proven === 'string' ? undefined : await intentStore.find(proven.intentId)
  if (!intent || !isWizardIntent(intent)) throw new ConnectError('webhook_invalid')
  if (status !== ADDED && status !== RECONNECTED) return
  await intents.settleByState({ state: intent.state, accountId, added: status === ADDED })
}
