import type { IntentRecord } from '../../store/intent-store.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { awaitsReturn, isAccepted } from './consent-callback.ts'

/** What a browser brings back from Unipile's wizard. */
export interface WizardReturnInput {
  /** The intent's own, in the address that the wizard was given to return to. */
  readonly state: string
  readonly query: URLSearchParams
  /** Whether the page has only loaded itself again. */
  readonly isReload: boolean
}

/**
 * Handles the user's return from Unipile's wizard, which may happen more than once; the first one counts. A
 * failure in the query ends the intent; a success proves nothing and leaves it waiting for the signed webhook,
 * and for the browser that opened the link to confirm it. `undefined` for a state that is no wizard's.
 */
export async function handleWizardReturn(
  context: IntentContext,
  { state, query, isReload }: WizardReturnInput,
): Promise<IntentRecord | undefined> {
  const { intents, links, upstream } = context
  const intent = isRandomId(state) ? await intents.findByState(state) : undefined
  if (!intent?.linkId || !isWizardIntent(intent)) return undefined
  if (isReload || intent.returnedAt) return intent
  const now = new Date(context.now())
  const news = upstream.readCallback(query)
  const isGood = news.type === 'consented' && isAccepted(context, intent, news.accountId)
  if (!isGood) {
    const code = news.type === 'refused' ? news.code : 'consent_unbound'
    const advanced = await intents.advance(intent.id, now, async (current) =>
      awaitsReturn(current) ? { step: failedStep({ code, detail: undefined }) } : undefined,
    )
    return advanced?.intent ?? intent
  }
  const link = await links.find(intent.linkId)
  const returned = { account: news.accountId ?? null, token: link?.browser ?? null }
  return (await intents.markReturned(intent.id, now, returned)) ?? intent
}
