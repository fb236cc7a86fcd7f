import type { ErrorCode } from '@connect-account/core'
import { linkRefusals } from '@connect-account/core/protocol'

interface Words {
  readonly heading: string
  readonly text: string
}

/** Why a link does not open, for its visitor. */
export function refusalOf(code: ErrorCode): Words | undefined {
  return linkRefusals[code]
}

export const unavailable: Words = {
  heading: 'This page could not be loaded',
  text: 'Check your connection and try again.',
}

export const leaving: Words = { heading: 'One moment', text: 'Taking you back…' }

/** The end of a link without an address to go to. */
export function goodbye(isLinked: boolean, product: string | undefined): Words {
  return isLinked
    ? {
        heading: 'Your account is connected',
        text: `${product ? `It is connected to ${product}. ` : ''}You can close this page.`,
      }
    : {
        heading: 'Your account was not connected',
        text: 'You can close this page, or open the link again to try once more.',
      }
}
