import { ConnectError, type LeftLink, type LinkDetails, type OpenedLink } from '@connect-account/core'
import type { LinkAddress } from './link-address.ts'
import { leaveLink, openLink, readDetails } from './link-calls.ts'
import { linkMemory } from './link-memory.ts'
import { ownBrowser } from './own-browser.ts'

export type Entered =
  /** The visitor has not continued with the link in this browser. */
  | { readonly is: 'introduced'; readonly details: LinkDetails }
  | { readonly is: 'open'; readonly details: LinkDetails; readonly link: OpenedLink }
  /** This tab used the link while it showed the provider's consent page. */
  | { readonly is: 'left'; readonly left: LeftLink }

/**
 * Reads the link and, if the visitor continued with it before, opens it; or ends it if this tab used it. Rejects with a
 * `ConnectError`.
 */
export async function enterLink(address: LinkAddress): Promise<Entered> {
  const browser = address.token && ownBrowser(address.token)
  const intentId = linkMemory.read()
  try {
    const [details, link] = await Promise.all([
      readDetails(address),
      browser ? openLink(address, browser) : undefined,
    ])
    return link ? { is: 'open', details, link } : { is: 'introduced', details }
  } catch (error) {
    if (!(error instanceof ConnectError && isOver(error) && intentId)) throw error
    const left = await leaveLink(address, intentId)
    if (!isLinked(left)) throw error
    return { is: 'left', left }
  }
}

/** The account that this tab linked may have used the link, or come after its time. */
function isOver({ code }: ConnectError): boolean {
  return code === 'link_used' || code === 'link_expired'
}

export function isLinked({ outcome }: LeftLink): boolean {
  return outcome === 'linked' || outcome === 'relinked'
}
