import { ConnectError } from '@connect-account/core/errors'
import type { OpenedLink } from '@connect-account/core/protocol'
import { isRandomId } from '../intents/model/random-id.ts'
import { checkAccount, checkOpen } from '../intents/verbs/within-link.ts'
import type { LinkRecord } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import { isLinkToken, linkIdOf } from './link-token.ts'
import { plainAddress } from './return-address.ts'

/**
 * Reading a link never uses it up, because mail scanners and link previews open every link that they find.
 */
export async function findLink({ links }: Pick<LinkContext, 'links'>, token: string): Promise<LinkRecord> {
  const link = isLinkToken(token) ? await links.find(linkIdOf(token)) : undefined
  // A wizard's link is Unipile's own page: the token of its row was never given out.
  if (!link || link.options.wizard) throw new ConnectError('link_not_found')
  return link
}

/**
 * @throws ConnectError `link_not_found`, `link_expired`, `link_used` or `link_account_removed`.
 */
export async function findOpenLink(
  context: Pick<LinkContext, 'links' | 'accounts' | 'now'>,
  token: string,
): Promise<LinkRecord> {
  const link = await findLink(context, token)
  checkOpen(link, context.now())
  await checkAccount(context, link)
  return link
}

/**
 * Opens the link, or continues an attempt that was started from it: that may end after the link has expired.
 * @throws ConnectError like `findOpenLink`.
 */
export async function openLink(
  context: LinkContext,
  token: string,
  intentId: string | undefined,
): Promise<OpenedLink> {
  const link = (await findContinued(context, token, intentId)) ?? (await findOpenLink(context, token))
  const { id, userId, options, relinkAccount } = link
  const { providers, methods, loginHint, locale, theme } = options
  if (!context.page) throw new ConnectError('link_not_found')
  const { support } = context.page
  const returnTo = plainAddress(options)
  return {
    session: await context.tokens.mint({
      userId,
      ...(providers ? { providers } : {}),
      link: { id, ...(methods ? { methods } : {}) },
    }),
    theme: { ...context.page.theme, ...theme },
    captcha: context.page.captcha,
    ...(providers ? { providers } : {}),
    ...(relinkAccount ? { accountId: relinkAccount } : {}),
    ...(loginHint ? { loginHint } : {}),
    ...(locale ? { locale } : {}),
    ...(support ? { support } : {}),
    ...(returnTo === undefined ? {} : { returnTo }),
  }
}

/** The link of an attempt that has not ended. */
async function findContinued(
  context: LinkContext,
  token: string,
  intentId: string | undefined,
): Promise<LinkRecord | undefined> {
  const intent = intentId && isRandomId(intentId) ? await context.intentStore.find(intentId) : undefined
  if (!intent || intent.endedAt) return undefined
  const link = await findLink(context, token)
  return link.id === intent.linkId && !link.usedAt ? link : undefined
}
