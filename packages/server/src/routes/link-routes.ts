import { ConnectError } from '@connect-account/core/errors'
import { HOSTED_RETURN_PATH } from '../consent/consent-addresses.ts'
import { LINKS_PATH } from '../hosted-links/create-link.ts'
import { wizardNotificationSchema } from '../hosted-links/handle-wizard-notification.ts'
import { leaveRequestSchema, linkRequestSchema } from '../hosted-links/link-input.ts'
import { WIZARD_PATH } from '../hosted-links/wizard-link.ts'
import { jsonResponse } from '../http/direct-body.ts'
import { readJson } from '../http/read-body.ts'
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

/** How many times the page after Unipile's wizard asks for news, two seconds apart, before it goes on without. */
const MAX_ASKED = 15
const ASKED = 'asked'

/** Making a link, for the session's own user. */
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
        const link = await links.create({ ...asked, ...wanted, userId: session.userId })
        return jsonResponse(link, 201)
      },
    },
  ]
}

/** The hosted page: who has the link's token may use the link, and needs nothing else. */
export function hostedLinkRoutes({ links, hostedPage }: HandlerContext): OpenRoute[] {
  return [
    ...(hostedPage ? pageRoutes(hostedPage) : []),
    {
      method: 'GET',
      path: `${WIZARD_PATH}/:id`,
      async answer({ request, id }) {
        const url = new URL(request.url)
        const returned = await links.leaveWizard(id, url.searchParams)
        const asked = Number(url.searchParams.get(ASKED) ?? 0)
        if (returned.type === 'pending' && asked < MAX_ASKED) {
          return wizardWaitingPage(`?${ASKED}=${asked + 1}`)
        }
        if (returned.type !== 'unknown' && returned.returnTo !== undefined) return goTo(returned.returnTo)
        return wizardPage(returned)
      },
    },
    {
      method: 'POST',
      path: `${WIZARD_PATH}/:id`,
      async answer({ request, id }) {
        await links.handleWizardNotification(id, await readJson(request, wizardNotificationSchema))
        return new Response(null, { status: 204 })
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/session`,
      answer: async ({ id }) => jsonResponse(await links.open(id)),
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/leave`,
      async answer({ request, id }) {
        const { intentId } = await readJson(request, leaveRequestSchema)
        return jsonResponse(await links.leave(id, intentId))
      },
    },
    {
      method: 'GET',
      path: `${LINKS_PATH}/:id`,
      async answer({ id }) {
        try {
          await links.check(id)
        } catch (error) {
          const refused = error instanceof ConnectError ? refusedLinkPage(error.code) : undefined
          if (!refused) throw error
          return refused
        }
        if (!hostedPage) throw new ConnectError('not_found')
        return hostedPageResponse(hostedPage)
      },
    },
  ]
}

function pageRoutes(hostedPage: HostedPage): OpenRoute[] {
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
    // Where the page goes on after a consent page; its tab remembers which link it is of.
    { method: 'GET', path: HOSTED_RETURN_PATH, answer: async () => hostedPageResponse(hostedPage) },
  ]
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}
