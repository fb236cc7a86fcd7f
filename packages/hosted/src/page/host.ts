import type { ErrorCode, LinkDetails } from '@connect-account/core'
import { linkRefusals } from '@connect-account/core/protocol'
import type { NoticeLink } from './notice.tsx'
import type { PageWords } from './words/page-words.ts'

/** What the page shows of the host, before and after a link is opened. */
export type Host = Pick<LinkDetails, 'theme' | 'support' | 'returnTo'>

/** What the server wrote into the page, for a link that does not open. */
export function readHost(): Host {
  const productName = contentOf('connect-product')
  const url = contentOf('connect-support')
  const label = contentOf('connect-support-label')
  return {
    theme: productName ? { productName } : {},
    ...(url && { support: { url, ...(label && { label }) } }),
  }
}

function contentOf(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content
}

/** Where a visitor can go whose link no longer works. */
export function waysOut({ theme, support, returnTo }: Host, code: ErrorCode, words: PageWords): NoticeLink[] {
  return [
    ...(returnTo === undefined
      ? []
      : [{ href: withReason(returnTo, code), text: words.back(theme.productName) }]),
    ...(support ? [{ href: support.url, text: support.label ?? words.support }] : []),
  ]
}

/** The link's own address on an origin that the host allows, which receives the reason why nothing was linked. */
function withReason(returnTo: string, code: ErrorCode): string {
  const url = new URL(returnTo)
  url.searchParams.set('error_type', code)
  url.searchParams.set('error_title', linkRefusals[code]?.heading ?? code)
  return url.href
}
