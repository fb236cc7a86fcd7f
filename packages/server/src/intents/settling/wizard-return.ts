import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { applyCallback } from './consent-callback.ts'

/** What a browser brings back from Unipile's wizard. */
export interface WizardReturnInput {
  /** The intent's own, in the address that the wizard was given to return to. */
  readonly state: string
  readonly query: URLSearchParams
}

/**
 * Handles the user's return from Unipile's wizard, which may happen more than once. A failure in the query
 * ends the intent; a success proves nothing and leaves it waiting for the signed webhook. `undefined` for a
 * state that is no wizard's.
 */
export async function handleWizardReturn(
  context: IntentContext,
  { state, query }: WizardReturnInput,
): Promise<IntentRecord | undefined> {
  const intent = isRandomId(state) ? await context.intents.findByState(state) : undefined
  if (!intent || !isWizardIntent(intent)) return undefined
  const news = context.upstream.readCallback(query)
  if (news.type !== 'consented') return applyCallback(context, intent, news)
  await context.intents.markReturned(intent.id, new Date(context.now()), news.accountId)
  return intent
}
