import { ConnectError } from '@connect-account/core/errors'
import { HOSTED_RETURN_PATH } from '../consent/consent-addresses.ts'
import { createLink, LINKS_PATH } from '../hosted-links/create-link.ts'
import { handleWizardNotification } from '../hosted-links/handle-wizard-notification.ts'
import { leaveLink, leaveWizard } from '../hosted-links/leave-link.ts'
import {
  detailsRequestSchema,
  leaveRequestSchema,
  linkRequestSchema,
  MAX_OWN_MINUTES,
  openRequestSchema,
  wizardRequestSchema,
  wizardReturnRequestSchema,
} from '../hosted-links/link-input.ts'
import { listOwnLinks } from '../hosted-links/list-links.ts'
import { checkLink, describeLink, findLink, openLink } from '../hosted-links/open-link.ts'
import { readOwner } from '../hosted-links/read-owner.ts'
import { revokeLinks } from '../hosted-links/revoke-links.ts'
import { checkSelfService, isOwnLink } from '../hosted-links/self-service.ts'
import { confirmWizard, openWizard, WIZARD_PATH } from '../hosted-links/wizard-link.ts'
import { jsonResponse } from '../http/direct-body.ts'
import type { HostProduct } from '../http/host-product.ts'
import { readJson, readJsonBytes } from '../http/read-body.ts'
import { pageLanguage } from '../plain-pages/page-language.ts'
import { mayLink } from '../session/session-tokens.ts'
import { isStorable } from '../storable-text.ts'
import type { HandlerContext, HostedPage } from './handler-context.ts'
import { assetResponse, hostedPageResponse, refusedLinkPage } from './link-pages.ts'
import type { OpenRoute, SessionRoute } from './route.ts'
import { wizardLinkPage, wizardPage, wizardWaitingPage } from './wizard-pages.ts'

/**
 * How many times the page after Unipile's wizard reloads, every two seconds, before it continues unconfirmed.
 */
const MAX_ASKED = 15
/** The same, if no browser has confirmed the return: this one may be another's. */
const MAX_ASKED_UNCONFIRMED = 3
const ASKED = 'asked'

/** What a user may do with links of their own, if the host lets them. */
export function linkRoutes({ links, accounts }: HandlerContext): SessionRoute[] {
  return [
    {
      method: 'POST',
      path: LINKS_PATH,
      limit: 'start',
      async answer({ request, session }) {
        await checkSelfService(links, session.userId)
        const { providers = session.providers, ...asked } = await readJson(request, linkRequestSchema)
        if (providers?.some((provider) => !mayLink(session, provider))) {
          throw new ConnectError('provider_not_allowed')
        }
        const account = asked.accountId && (await accounts.find(session.userId, asked.accountId))
        if (account && !mayLink(session, account.provider)) throw new ConnectError('account_not_found')
        // Which account it is decides the provider.
        const wanted = providers && !account ? { providers: [...providers] } : {}
        const link = await createLink(
          links,
          { expiresInMinutes: MAX_OWN_MINUTES, ...asked, ...wanted, userId: session.userId },
          'user',
        )
        return jsonResponse(link, 201)
      },
    },
    {
      method: 'GET',
      path: LINKS_PATH,
      async answer({ request, session }) {
        await checkSelfService(links, session.userId)
        const after = new URL(request.url).searchParams.get('after') ?? undefined
        return jsonResponse(await listOwnLinks(links, session, after))
      },
    },
    {
      method: 'DELETE',
      path: `${LINKS_PATH}/:id`,
      limit: 'change',
      async answer({ session, id }) {
        const { userId } = session
        await checkSelfService(links, userId)
        const link = isStorable(id) ? await links.links.find(id) : undefined
        if (!link || !isOwnLink(session, link)) throw new ConnectError('link_not_found')
        await revokeLinks(links, { userId, id })
        return new Response(null, { status: 204 })
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
      async answer({ request, id, address }) {
        await countVisit(id, address)
        const url = new URL(request.url)
        const query = url.searchParams
        const isReload = query.has(ASKED)
        const returned = await leaveWizard(links, { state: id, query, isReload })
        // A link to the wizard has no language: the wizard's is Unipile's to choose.
        const reader = { product, language: pageLanguage(request, undefined) }
        const asked = Number(query.get(ASKED) ?? 0)
        if (returned.type === 'pending') {
          const most = returned.isConfirmed ? MAX_ASKED : MAX_ASKED_UNCONFIRMED
          if (asked < most) {
            return wizardWaitingPage({ state: id, token: returned.token }, `?${ASKED}=${asked + 1}`, reader)
          }
        }
        if (returned.type !== 'unknown' && returned.returnTo !== undefined) return goTo(returned.returnTo)
        return wizardPage(returned, reader)
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
      path: `${WIZARD_PATH}/:id/return`,
      async answer({ request, id, address }) {
        await countVisit(id, address)
        await confirmWizard(links, id, await readJson(request, wizardReturnRequestSchema))
        return new Response(null, { status: 204 })
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/wizard`,
      async answer({ request, id, address }) {
        await countVisit(id, address)
        const { browser } = await readJson(request, wizardRequestSchema)
        return jsonResponse({ url: await openWizard(links, { token: id, browser }) })
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/details`,
      async answer({ request, id, address }) {
        await countVisit(id, address)
        const visit = await readJson(request, detailsRequestSchema)
        return jsonResponse(await describeLink(links, { token: id, ...visit }))
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/session`,
      async answer({ request, id, address }) {
        await countVisit(id, address)
        const visit = await readJson(request, openRequestSchema)
        return jsonResponse(await openLink(links, { token: id, ...visit }))
      },
    },
    {
      method: 'POST',
      path: `${LINKS_PATH}/:id/leave`,
      async answer({ request, id, address }) {
        await countVisit(id, address)
        const visit = await readJson(request, leaveRequestSchema)
        return jsonResponse(await leaveLink(links, { token: id, ...visit }))
      },
    },
    {
      method: 'GET',
      path: `${LINKS_PATH}/:id`,
      withHead: true,
      async answer({ request, id, address }) {
        let locale: string | undefined
        try {
          await countVisit(id, address)
          const link = await findLink(links, id, 'any')
          locale = link.options.locale
          await checkLink(links, link)
          if (link.options.wizard) {
            const owner = links.page && (await readOwner(links.page, link.userId))
            return await wizardLinkPage(id, owner, { product, language: pageLanguage(request, locale) })
          }
        } catch (error) {
          const reader = { product, language: pageLanguage(request, locale) }
          const refused = error instanceof ConnectError ? refusedLinkPage(error.code, reader) : undefined
          if (!refused) throw error
          return refused
        }
        if (!hostedPage) throw new ConnectError('not_found')
        return hostedPageResponse(hostedPage, product)
      },
    },
  ]

  /** Counts every use of a token, also of one that is not a link's. @throws ConnectError `rate_limited`. */
  function countVisit(token: string, address: string | undefined): Promise<void> {
    return rateLimiter.count('link', { caller: `token ${token}`, address })
  }
}

function pageRoutes(hostedPage: HostedPage, product: HostProduct): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: `${LINKS_PATH}/assets/:id`,
      withHead: true,
      async answer({ id }) {
        const asset = assetResponse(hostedPage, id)
        if (!asset) throw new ConnectError('not_found')
        return asset
      },
    },
    // Where the page continues after a consent page; its tab remembers the link.
    {
      method: 'GET',
      path: HOSTED_RETURN_PATH,
      withHead: true,
      answer: async () => hostedPageResponse(hostedPage, product),
    },
  ]
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}
