import type { ErrorCode } from '@connect-account/core'

interface Words {
  readonly heading: string
  readonly text: string
}

/** Why a link does not open, to its visitor. */
const refusals: Partial<Record<ErrorCode, Words>> = {
  link_not_found: {
    heading: 'This link does not work',
    text: 'Check that the whole address was opened, or ask for a new link.',
  },
  link_expired: { heading: 'This link has expired', text: 'Ask for a new link to connect your account.' },
  link_used: {
    heading: 'This link has been used',
    text: 'It connects one account, and has connected it. Ask for a new link to connect another one.',
  },
}

export function refusalOf(code: ErrorCode): Words | undefined {
  return refusals[code]
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
