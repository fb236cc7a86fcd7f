import { CONSENT_RETURN_PARAMETER, RETURN_TOKEN_PARAMETER } from '@connect-account/core/protocol'
import { CALLBACK_PATH } from '../consent/consent-addresses.ts'
import { STATE_PARAMETER } from '../consent/consent-state.ts'
import type { ConsentReturn, RefusedReturn } from '../intents/settling/consent-callback.ts'
import { pageLanguage } from '../plain-pages/page-language.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { refusedPage, returnedPage } from './consent-pages.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/**
 * Where the provider's consent page returns the browser, that of Unipile's OAuth client or of the host's own: it
 * continues to the host's page, or to a page that says why not.
 */
export function consentRoutes({
  intents,
  links,
  product,
}: Pick<HandlerContext, 'intents' | 'links' | 'product'>): OpenRoute[] {
  /** What the page of a return needs to know. */
  async function pageOf(request: Request, intent: IntentRecord | undefined, returnTo: string | undefined) {
    const link = intent?.linkId ? await links.links.find(intent.linkId) : undefined
    return {
      product,
      language: pageLanguage(request, link?.options.locale),
      provider: intent?.provider,
      returnTo,
    }
  }

  async function leave(request: Request, returned: ConsentReturn | RefusedReturn): Promise<Response> {
    if ('refusal' in returned) {
      const { refusal, intent } = returned
      const back = intent && returnAddress(intent, undefined)
      return refusedPage(refusal, await pageOf(request, intent, back))
    }
    const { intent, token, continueAt } = returned
    if (continueAt) return goTo(continueAt)
    const returnTo = returnAddress(intent, token)
    if (returnTo && intent.display !== 'popup') return goTo(returnTo)
    const message = { intentId: intent.id, ...(token && { token }) }
    return returnedPage(message, await pageOf(request, intent, returnTo))
  }

  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      async answer({ request }) {
        const query = new URL(request.url).searchParams
        const state = query.get(STATE_PARAMETER) ?? ''
        return leave(request, await intents.handleConsentCallback({ state, query }))
      },
    },
    {
      method: 'GET',
      path: `${CALLBACK_PATH}/:id`,
      async answer({ request, id: provider }) {
        const query = new URL(request.url).searchParams
        const state = query.get('state') ?? ''
        return leave(request, await intents.handleClientConsent({ provider, state, query }))
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
