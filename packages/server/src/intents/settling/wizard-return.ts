import type { IntentRecord } from '../../store/intent-store.ts'
import { secretHash } from '../../tokens/secret-hash.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId, randomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { failReturn, isAccepted } from './consent-callback.ts'

/** What a browser brings back from Unipile's wizard. */
export interface WizardReturnInput {
  /** The intent's own, in the address that the wizard was given to return to. */
  readonly state: string
  readonly query: URLSearchParams
  /** Whether the page has only loaded itself again. */
  readonly isReload: boolean
}

export interface HandledWizardReturn {
  readonly intent: IntentRecord
  /** For the page of this very browser: its confirmation needs it. Only the first return has one. */
  readonly token?: string
}

/**
 * What has to be confirmed: the browser that opened the link is the one that came back. Its secret alone does
 * not say so, because the wizard's return may happen anywhere.
 * @param browser The hash of what the browser keeps that opened the link.
 */
export function wizardProof(browser: string, token: string): string {
  return secretHash(`${browser} ${token}`)
}

/**
 * Handles the user's return from Unipile's wizard, which may happen more than once; the first one counts. A
 * failure in the query ends the intent; a success proves nothing and leaves it waiting for the signed webhook,
 * and for the browser that opened the link to confirm it. `undefined` for a state that is no wizard's.
 */
export async function handleWizardReturn(
  context: IntentContext,
  { state, query, isReload }: WizardReturnInput,
): Promise<HandledWizardReturn | undefined> {
  const { intents, links, upstream } = context
  const intent = isRandomId(state) ? await intents.findByState(state) : undefined
  if (!intent?.linkId || !isWizardIntent(intent)) return undefined
  if (isReload || intent.returnedAt) return { intent }
  const news = upstream.readCallback(query)
  const isGood = news.type === 'consented' && isAccepted(context, intent, news.accountId)
  if (!isGood) {
    const code = news.type === 'refused' ? news.code : 'consent_unbound'
    return { intent: await failReturn(context, intent, code) }
  }
  const link = await links.find(intent.linkId)
  if (!link?.browser) return { intent }
  const token = randomId()
  const returned = { account: news.accountId ?? null, token: wizardProof(link.browser, token) }
  const marked = await intents.markReturned(intent.id, new Date(context.now()), returned)
  return marked ? { intent: marked, token } : { intent }
}
