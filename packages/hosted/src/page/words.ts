import type { ErrorCode } from '@connect-account/core'

interface Words {
  readonly heading: string
  readonly text: string
}

/** Tells the visitor why a link does not open. */
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

/** Shown at the end of a link that has no address to redirect to. */
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
