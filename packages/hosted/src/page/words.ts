import type { ErrorCode } from '@connect-account/core'
import { linkRefusals } from '@connect-account/core/protocol'

export const words = {
  retry: 'Try again',
  support: 'Contact support',
  back: (product: string | undefined) => `Go back to ${product ?? 'the app'}`,
}

interface Words {
  readonly heading: string
  readonly text: string
}

/** Tells the visitor why a link does not open. */
export function refusalOf(code: ErrorCode): Words | undefined {
  return linkRefusals[code]
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
