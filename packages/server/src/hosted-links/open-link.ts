import { ConnectError } from '@connect-account/core/errors'
import type { LinkDetails, LinkHost, OpenedLink } from '@connect-account/core/protocol'
import { isRandomId } from '../intents/model/random-id.ts'
import { checkAccount, checkOpen } from '../intents/verbs/within-link.ts'
import type { LinkOptions } from '../store/link-options.ts'
import type { LinkRecord } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import type { ReadLinkSettings } from './link-settings.ts'
import { browserHash, isLinkToken, linkIdOf } from './link-token.ts'
import { readOwner } from './read-owner.ts'
import { plainAddress } from './return-address.ts'

/**
 * Reading a link never uses it up, because mail scanners and link previews open every link that they find.
 */
export async function findLink(
  { links }: Pick<LinkContext, 'links'>,
  token: string,
  opens: 'page' | 'wizard' | 'any' = 'page',
): Promise<LinkRecord> {
  const link = isLinkToken(token) ? await links.find(linkIdOf(token)) : undefined
  const isWanted = opens === 'any' || opens === (link?.options.wizard ? 'wizard' : 'page')
  if (!link || !isWanted) throw new ConnectError('link_not_found')
  return link
}

/**
 * @throws ConnectError `link_not_found`, `link_revoked`, `link_expired`, `link_used` or
 *   `link_account_removed`.
 */
export async function findOpenLink(
  context: Pick<LinkContext, 'links' | 'accounts' | 'now'>,
  token: string,
  opens?: 'page' | 'wizard' | 'any',
): Promise<LinkRecord> {
  const link = await findLink(context, token, opens)
  await checkLink(context, link)
  return link
}

/** @throws ConnectError `link_revoked`, `link_expired`, `link_used` or `link_account_removed`. */
export async function checkLink(
  context: Pick<LinkContext, 'accounts' | 'now'>,
  link: LinkRecord,
): Promise<void> {
  checkOpen(link, context.now())
  await checkAccount(context, link)
}

/** The visitor of a link. */
export interface LinkVisit {
  readonly token: string
  /** What the visitor's browser keeps since it continued with the link. */
  readonly browser?: string | undefined
  /** The attempt that the visitor continues or leaves. */
  readonly intentId?: string | undefined
}

/**
 * What the page shows before its visitor continues. It changes nothing.
 * @throws ConnectError like `findOpenLink`, or `link_in_use`.
 */
export async function describeLink(context: LinkContext, visit: LinkVisit): Promise<LinkDetails> {
  const link = await findVisited(context, visit)
  if (!context.page) throw new ConnectError('link_not_found')
  const { support } = context.page
  const returnTo = plainAddress(link.options)
  const { locale } = link.options
  return {
    owner: await readOwner(context.page, link.userId),
    isReconnect: link.relinkAccount !== null,
    ...mergeLook(context.page, link.options),
    ...(locale ? { locale } : {}),
    ...(support ? { support } : {}),
    ...(returnTo === undefined ? {} : { returnTo }),
  }
}

/** The members that a link sets replace those of the setting. */
function mergeLook(settings: ReadLinkSettings, link: LinkOptions): Pick<LinkHost, 'brand' | 'appearance'> {
  const brand = link.brand ? { ...settings.brand, ...link.brand } : settings.brand
  const variables = { ...settings.appearance?.variables, ...link.appearance?.variables }
  const appearance = { ...settings.appearance, ...link.appearance, variables }
  return {
    ...(brand && { brand }),
    ...((settings.appearance || link.appearance) && { appearance }),
  }
}

/**
 * Opens the link for the visitor who continues, or continues an attempt that was started from it: that may end
 * after the link has expired. The first browser that opens it keeps it.
 * @throws ConnectError like `findOpenLink`, or `link_in_use`.
 */
export async function openLink(
  context: LinkContext,
  visit: LinkVisit & { readonly browser: string },
): Promise<OpenedLink> {
  const link = await findVisited(context, visit)
  const { id, userId, options, relinkAccount } = link
  const { providers, methods, loginHint } = options
  if (!context.page) throw new ConnectError('link_not_found')
  const isOurs = await context.links.bind(id, browserHash(id, visit.browser), new Date(context.now()))
  if (!isOurs && context.page.bindToBrowser) throw new ConnectError('link_in_use')
  return {
    session: await context.tokens.mint({
      userId,
      ...(providers ? { providers } : {}),
      link: { id, ...(methods ? { methods } : {}) },
    }),
    captcha: context.page.captcha,
    ...(providers ? { providers } : {}),
    ...(relinkAccount ? { accountId: relinkAccount } : {}),
    ...(loginHint ? { loginHint } : {}),
  }
}

/** The link, if it is open for this browser or has an attempt of it that has not ended. */
async function findVisited(context: LinkContext, visit: LinkVisit): Promise<LinkRecord> {
  const link = (await findContinued(context, visit)) ?? (await findOpenLink(context, visit.token))
  checkBrowser(context, link, visit.browser)
  return link
}

/** @throws ConnectError `link_in_use` if the link belongs to another browser. */
export function checkBrowser(
  { page }: Pick<LinkContext, 'page'>,
  { id, browser }: LinkRecord,
  visitor: string | undefined,
): void {
  if (!browser || !page?.bindToBrowser) return
  if (!visitor || browserHash(id, visitor) !== browser) throw new ConnectError('link_in_use')
}

/** The link of an attempt that has not ended. */
async function findContinued(
  context: LinkContext,
  { token, intentId }: LinkVisit,
): Promise<LinkRecord | undefined> {
  const intent = intentId && isRandomId(intentId) ? await context.intentStore.find(intentId) : undefined
  if (!intent || intent.endedAt) return undefined
  const link = await findLink(context, token)
  return link.id === intent.linkId && !link.usedAt && !link.revokedAt ? link : undefined
}
