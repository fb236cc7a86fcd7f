import type { ErrorCode } from '@connect-account/core'

interface Words {
  readonly heading: string
  readonly text: string
}

/** Why a link does not open, to its visitor. */
const refusals: Partial<Record<ErrorCode, Words>> = {
  link_not_found: {
    heading: 'This link doesn’t work',
    text: 'Check that you opened the whole address, or ask for a new link.',
  },
  link_expired: { heading: 'This link has expired', text: 'Ask for a new link to connect your account.' },
  link_used: {
    heading: 'This link has already been used',
    text: 'Ask for a new link to connect another account.',
  },
}

export function refusalOf(code: ErrorCode): Words | undefined {
  return refusals[code]
}

export const unavailable: Words = {
  heading: 'We couldn’t load this page',
  text: 'Check your connection and try again.',
}

export const leaving: Words = { heading: 'One moment…', text: 'Taking you back…' }

/** The end of a link without an address to go to. */
export function goodbye(isLinked: boolean, product: string | undefined): Words {
  return isLinked
    ? {
        heading: 'Your account is connected',
        text: `${product ? `It’s connected to ${product}. ` : ''}You can close this page.`,
      }
    : {
        heading: 'Your account wasn’t connected',
        text: 'You can close this page, or open the link again to retry.',
      }
}
