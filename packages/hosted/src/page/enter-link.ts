import { ConnectError, type LeftLink, type OpenedLink } from '@connect-account/core'
import type { LinkAddress } from './link-address.ts'
import { leaveLink, openLink } from './link-calls.ts'
import { linkMemory } from './link-memory.ts'

export type Entered =
  | { readonly is: 'open'; readonly link: OpenedLink }
  /** This tab used the link while it showed the provider's consent page. */
  | { readonly is: 'left'; readonly left: LeftLink }

/** Opens the link, or ends it if this tab used it. Rejects with a `ConnectError`. */
export async function enterLink(address: LinkAddress): Promise<Entered> {
  const intentId = linkMemory.read()
  try {
    return { is: 'open', link: await openLink(address, intentId) }
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
