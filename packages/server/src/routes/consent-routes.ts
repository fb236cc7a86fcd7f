import { CONSENT_RETURN_PARAMETER } from '@connect-account/core/protocol'
import { CALLBACK_PATH } from '../consent/consent-addresses.ts'
import { STATE_PARAMETER } from '../consent/consent-state.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { popupPage, refusedPage, returnedPage } from './consent-pages.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/**
 * Where the provider's consent page returns the browser: it continues to the host's page, or to a page that
 * says why not.
 */
export function consentRoutes({ intents }: Pick<HandlerContext, 'intents'>): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      async answer({ request }) {
        const query = new URL(request.url).searchParams
        const state = query.get(STATE_PARAMETER) ?? ''
        const returned = await intents.handleConsentCallback({ state, query })
        if (typeof returned === 'string') return refusedPage(returned)
        const back = returnAddress(returned)
        if (returned.display === 'popup') return popupPage(returned.id, back)
        if (!back) return returnedPage()
        return new Response(null, {
          status: 303,
          headers: { location: back, 'referrer-policy': 'no-referrer' },
        })
      },
    },
  ]
}

/** The address was checked when the intent was started. */
function returnAddress({ id, returnTo }: IntentRecord): string | undefined {
  if (!returnTo) return undefined
  const url = new URL(returnTo)
  url.searchParams.set(CONSENT_RETURN_PARAMETER, id)
  return url.href
}
