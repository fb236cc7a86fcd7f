import type { ErrorCode, LinkDetails } from '@connect-account/core'
import { isLinkRefusal, type LinkHost, linkRefusals, readLinkHost } from '@connect-account/core/protocol'
import type { NoticeLink } from './notice.tsx'
import type { PageWords } from './words/page-words.ts'

/** What the page shows of the host, before and after a link is opened. */
export type Host = LinkHost & Pick<LinkDetails, 'returnTo'>

/** What the server wrote into the page, for a link that does not open. */
export function readHost(): Host {
  const written = document.querySelector<HTMLMetaElement>('meta[name="connect-host"]')?.content
  return readLinkHost(JSON.parse(written ?? '{}'))
}

/** Where a visitor can go whose link no longer works. */
export function waysOut({ brand, support, returnTo }: Host, code: ErrorCode, words: PageWords): NoticeLink[] {
  return [
    ...(returnTo === undefined ? [] : [{ href: withReason(returnTo, code), text: words.back(brand?.name) }]),
    ...(support ? [{ href: support.url, text: support.label ?? words.support }] : []),
  ]
}

/** The link's own address on an origin that the host allows, which receives the reason why nothing was linked. */
function withReason(returnTo: string, code: ErrorCode): string {
  const url = new URL(returnTo)
  url.searchParams.set('error_type', code)
  url.searchParams.set('error_title', isLinkRefusal(code) ? linkRefusals[code].heading : code)
  return url.href
}
