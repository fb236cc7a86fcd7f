import { CONSENT_RETURN_PARAMETER } from '@connect-account/core/protocol'
import { CALLBACK_PATH } from '../consent/consent-addresses.ts'
import { STATE_PARAMETER } from '../consent/consent-state.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { latePopupPage, popupPage, refusedPage, returnedPage } from './consent-pages.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/**
 * Where the provider's consent page returns the browser: it continues to the host's page, or to a page that
 * says why not.
 */
export function consentRoutes({
  intents,
  product,
}: Pick<HandlerContext, 'intents' | 'product'>): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      async answer({ request }) {
        const query = new URL(request.url).searchParams
        const state = query.get(STATE_PARAMETER) ?? ''
        const returned = await intents.handleConsentCallback({ state, query })
        const { intent } = returned
        const page = { product, returnTo: intent && returnAddress(intent) }
        if ('refusal' in returned) return refusedPage(returned.refusal, page)
        if (returned.continueAt) return goTo(returned.continueAt)
        if (returned.intent.display === 'popup') {
          return returned.isLate ? latePopupPage(returned.intent, page) : popupPage(returned.intent, page)
        }
        if (!page.returnTo) return returnedPage(product)
        return goTo(page.returnTo)
      },
    },
  ]
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}

/** The address was checked when the intent was started. */
function returnAddress({ id, returnTo }: IntentRecord): string | undefined {
  if (!returnTo) return undefined
  const url = new URL(returnTo)
  url.searchParams.set(CONSENT_RETURN_PARAMETER, id)
  return url.href
}
