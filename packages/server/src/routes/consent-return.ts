import { STATE_PARAMETER } from '../consent/consent-state.ts'
import type { Intents } from '../intents/intents.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { popupPage, refusedPage, returnedPage } from './consent-pages.ts'

/** The parameter that names the intent to the page that the user returns to. */
const INTENT_PARAMETER = 'connect_intent'

/** Answers the browser that comes back from the provider's consent page: on to the host's page, or a page that says why not. */
export async function answerConsentReturn(
  intents: Pick<Intents, 'returnFromConsent'>,
  request: Request,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const returned = await intents.returnFromConsent({ state: query.get(STATE_PARAMETER) ?? '', query })
  if (typeof returned === 'string') return refusedPage(returned)
  const back = addressOf(returned)
  if (returned.display === 'popup') return popupPage(returned.id, back)
  if (!back) return returnedPage()
  return new Response(null, { status: 303, headers: { location: back, 'referrer-policy': 'no-referrer' } })
}

/** The address was checked when the intent was started. */
function addressOf({ id, returnTo }: IntentRecord): string | undefined {
  if (!returnTo) return undefined
  const url = new URL(returnTo)
  url.searchParams.set(INTENT_PARAMETER, id)
  return url.href
}
