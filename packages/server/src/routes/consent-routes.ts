import { CONSENT_RETURN_PARAMETER, RETURN_TOKEN_PARAMETER } from '@connect-account/core/protocol'
import { CALLBACK_PATH } from '../consent/consent-addresses.ts'
import { STATE_PARAMETER } from '../consent/consent-state.ts'
import type { ConsentReturn, RefusedReturn } from '../intents/settling/consent-callback.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { refusedPage, returnedPage } from './consent-pages.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/**
 * Where the provider's consent page returns the browser, that of Unipile's OAuth client or of the host's own: it continues to the host's page, or to a page that
 * says why not.
 */
export function consentRoutes({
  intents,
  product,
}: Pick<HandlerContext, 'intents' | 'product'>): OpenRoute[] {
  function leave(returned: ConsentReturn | RefusedReturn): Response | Promise<Response> {
    if ('refusal' in returned) {
      const { refusal, intent } = returned
      return refusedPage(refusal, { product, returnTo: intent && returnAddress(intent, undefined) })
    }
    const { intent, token, continueAt } = returned
    if (continueAt) return goTo(continueAt)
    const returnTo = returnAddress(intent, token)
    if (returnTo && intent.display !== 'popup') return goTo(returnTo)
    return returnedPage({ intentId: intent.id, ...(token && { token }) }, { product, returnTo })
  }

  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      async answer({ request }) {
        const query = new URL(request.url).searchParams
        const state = query.get(STATE_PARAMETER) ?? ''
        return leave(await intents.handleConsentCallback({ state, query }))
      },
    },
    {
      method: 'GET',
      path: `${CALLBACK_PATH}/:id`,
      async answer({ request, id: provider }) {
        const query = new URL(request.url).searchParams
        const state = query.get('state') ?? ''
        return leave(await intents.handleClientConsent({ provider, state, query }))
      },
    },
  ]
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}

/**
 * The address was checked when the intent was started. The token is in the query and not in the fragment,
 * because a redirect of the host's would take a fragment along to wherever it leads.
 */
function returnAddress({ id, returnTo }: IntentRecord, token: string | undefined): string | undefined {
  if (!returnTo) return undefined
  const url = new URL(returnTo)
  url.searchParams.set(CONSENT_RETURN_PARAMETER, id)
  url.searchParams.delete(RETURN_TOKEN_PARAMETER)
  if (token) url.searchParams.set(RETURN_TOKEN_PARAMETER, token)
  return url.href
}
