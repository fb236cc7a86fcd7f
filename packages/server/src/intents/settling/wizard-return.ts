import type { IntentRecord } from '../../store/intent-store.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { awaitsReturn } from './consent-callback.ts'

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
  const { intents, upstream } = context
  const intent = isRandomId(state) ? await intents.findByState(state) : undefined
  if (!intent || !isWizardIntent(intent)) return undefined
  const now = new Date(context.now())
  const news = upstream.readCallback(query)
  if (news.type === 'refused') {
    const failed = failedStep({ code: news.code, detail: undefined })
    const advanced = await intents.advance(intent.id, now, async (current) =>
      awaitsReturn(current) ? { step: failed } : undefined,
    )
    return advanced?.intent ?? intent
  }
  await intents.markReturned(intent.id, now, { account: news.accountId ?? null })
  return intent
}
