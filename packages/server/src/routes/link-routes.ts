import { ConnectError } from '@connect-account/core/errors'
import { HOSTED_RETURN_PATH } from '../consent/consent-addresses.ts'
import { createLink, LINKS_PATH } from '../hosted-links/create-link.ts'
import { handleWizardNotification } from '../hosted-links/handle-wizard-notification.ts'
import { leaveLink, leaveWizard } from '../hosted-links/leave-link.ts'
import { leaveRequestSchema, linkRequestSchema, openRequestSchema } from '../hosted-links/link-input.ts'
import { findOpenLink, openLink } from '../hosted-links/open-link.ts'
import { WIZARD_PATH } from '../hosted-links/wizard-link.ts'
import { jsonResponse } from '../http/direct-body.ts'
import type { HostProduct } from '../http/host-product.ts'
import { readJson, readJsonBytes } from '../http/read-body.ts'
import { mayLink } from '../session/session-tokens.ts'
import type { HandlerContext, HostedPage } from './handler-context.ts'
import {
  assetResponse,
  hostedPageResponse,
  refusedLinkPage,
  wizardPage,
  wizardWaitingPage,
} from './link-pages.ts'
import type { OpenRoute, SessionRoute } from './route.ts'

/**
 * How many times the page after Unipile's wizard reloads, every two seconds, before it continues unconfirmed.
 */
const MAX_ASKED = 15
const ASKED = 'asked'

/** Creates a link for the session's own user. */
export function linkRoutes({ links, accounts }: HandlerContext): SessionRoute[] {
  return [
    {
      method: 'POST',
      path: LINKS_PATH,
      limit: 'start',
      async answer({ request, session }) {
        const { providers = session.providers, ...asked } = await readJson(request, linkRequestSchema)
        if (providers?.some((provider) => !mayLink(session, provider))) {
          throw new ConnectError('provider_not_allowed')
        }
        const account = asked.accountId && (await accounts.find(session.userId, asked.accountId))
        if (account && !mayLink(session, account.provider)) throw new ConnectError('account_not_found')
        // Which account it is decides the provider.
        const wanted = providers && !account ? { providers: [...providers] } : {}
        const link = await createLink(links, { ...asked, ...wanted, userId: session.userId })
        return jsonResponse(link, 201)
      },
    },
  ]
}

/** The hosted page: the link's token is all that its visitor needs. */
export function hostedLinkRoutes(context: HandlerContext): OpenRoute[] {
  const { links, upstream, hostedPage, product, rateLimiter } = context
  return [
    ...(hostedPage ? pageRoutes(hostedPage, product) : []),
    {
      method: 'GET',
      path: `${WIZARD_PATH}/:id`,
      async answer({ request, id }) {
        const url = new URL(request.url)
        const returned = await leaveWizard(links, id, url.searchParams)
        const asked = Number(url.searchParams.get(ASKED) ?? 0)
        if (returned.type === 'pending' && asked < MAX_ASKED) {
          return wizardWaitingPage(`?${ASKED}=${asked + 1}`, product)
        }
        if (returned.type !== 'unknown' && returned.returnTo !== undefined) return goTo(returned.returnTo)
        return wizardPage(returned, product)
      },
    },
    {
      method: 'POST',
      path: `${WIZARD_PATH}/:id`,
      async answer({ request, id }) {
        const linked = upstream.readWizardNotification(await readJsonBytes(request))
        await handleWizardNotification(links, id, linked)
        return new Response(null, { status: 200 })
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/session`,
      async answer({ request, id }) {
        // A first visit has nothing to say.
        const isEmpty = !request.headers.has('content-type')
        const { intentId } = isEmpty ? {} : await readJson(request, openRequestSchema)
        return jsonResponse(await openLink(links, id, intentId))
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/leave`,
      async answer({ request, id }) {
        await rateLimiter.count('change', { caller: `leave ${id}`, address: undefined })
        const { intentId } = await readJson(request, leaveRequestSchema)
        return jsonResponse(await leaveLink(links, id, intentId))
      },
    },
    {
      method: 'GET',
      path: `${LINKS_PATH}/:id`,
      async answer({ id }) {
        try {
          await findOpenLink(links, id)
        } catch (error) {
          const refused = error instanceof ConnectError ? refusedLinkPage(error.code, product) : undefined
          if (!refused) throw error
          return refused
        }
        if (!hostedPage) throw new ConnectError('not_found')
        return hostedPageResponse(hostedPage, product)
      },
    },
  ]
}

function pageRoutes(hostedPage: HostedPage, product: HostProduct): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: `${LINKS_PATH}/assets/:id`,
      async answer({ id }) {
        const asset = assetResponse(hostedPage, id)
        if (!asset) throw new ConnectError('not_found')
        return asset
      },
    },
    // Where the page continues after a consent page; its tab remembers the link.
    { method: 'GET', path: HOSTED_RETURN_PATH, answer: async () => hostedPageResponse(hostedPage, product) },
  ]
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}
