import { ConnectError } from '@connect-account/core/errors'
import type { OpenedLink } from '@connect-account/core/protocol'
import { checkOpen } from '../intents/verbs/within-link.ts'
import type { LinkRecord } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import { isLinkToken, linkIdOf } from './link-token.ts'

/**
 * Reading a link never uses it up, because mail scanners and link previews open every link that they find.
 */
export async function findLink({ links }: Pick<LinkContext, 'links'>, token: string): Promise<LinkRecord> {
  const link = isLinkToken(token) ? await links.find(linkIdOf(token)) : undefined
  // A wizard's link is Unipile's own page: the token of its row was never given out.
  if (!link || link.options.wizard) throw new ConnectError('link_not_found')
  return link
}

/** @throws ConnectError `link_not_found`, `link_expired` or `link_used`. */
export async function findOpenLink(
  context: Pick<LinkContext, 'links' | 'now'>,
  token: string,
): Promise<LinkRecord> {
  const link = await findLink(context, token)
  checkOpen(link, context.now())
  return link
}

/** @throws ConnectError `link_not_found`, `link_expired` or `link_used`. */
export async function openLink(context: LinkContext, token: string): Promise<OpenedLink> {
  const { id, userId, options, relinkAccount } = await findOpenLink(context, token)
  const { providers, methods, loginHint, locale, theme } = options
  if (!context.page) throw new ConnectError('link_not_found')
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
  }
}
