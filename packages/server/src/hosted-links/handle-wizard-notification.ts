import { ConnectError } from '@connect-account/core/errors'
import { isWizardIntent } from '../intents/model/wizard.ts'
import type { WizardLinked } from '../upstream/upstream.ts'
import type { LinkContext } from './link-context.ts'

/**
 * Settles a wizard's intent by the account that API v1 reports. API v1 signs nothing: the proof is the
 * address, which only Unipile was given.
 * @throws ConnectError `webhook_invalid` if the proof is not ours.
 */
export async function handleWizardNotification(
  { wizardStates, intentStore, intents }: LinkContext,
  proof: string,
  linked: WizardLinked | undefined,
): Promise<void> {
  const proven = await wizardStates.verify(proof)
  const isValid = proven !== 'forged' && !proven.isExpired
  const intent = isValid ? await intentStore.find(proven.intentId) : undefined
  if (!intent || !isWizardIntent(intent)) throw new ConnectError('webhook_invalid')
  if (linked) await intents.settleByState({ ...linked, state: intent.state })
}
