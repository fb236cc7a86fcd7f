import type { ConnectError, ErrorCode, LinkDetails } from '@connect-account/core'
import { linkRefusals } from '@connect-account/core/protocol'

export const words = {
  retry: 'Try again',
  continue: 'Continue',
  cancel: 'Cancel',
  /** Between a person and a product. */
  at: ' at ',
  /** Before whose account it becomes, while the flow is shown. */
  connectsTo: 'Connects to ',
  support: 'Contact support',
  back: (product: string | undefined) => `Go back to ${product ?? 'the app'}`,
}

interface Words {
  readonly heading: string
  readonly text: string
}

/** Whose account it becomes: `lead`, the name, `end`. */
export function introduction({ isReconnect }: Pick<LinkDetails, 'isReconnect'>) {
  return {
    heading: isReconnect ? 'Reconnect your account' : 'Connect your account',
    lead: isReconnect ? 'This reconnects your account to ' : 'This connects your account to ',
    end: '.',
    question: 'They get access to it. Continue only if that’s you, or someone you know.',
  }
}

/** This tab has no link: the address was copied, or its browser forgot it. */
export const noLink: Words = {
  heading: 'Open your link again',
  text: 'This page only opens from the link that you were sent. Open that link again in this browser.',
}

/** Tells the visitor why a link does not open. */
export function refusalOf(code: ErrorCode): Words | undefined {
  return linkRefusals[code]
}

export const failed: Words = { heading: 'Something went wrong', text: 'Try again in a moment.' }

/** The page tries again by itself. */
export function outageOf({ code }: Pick<ConnectError, 'code'>, isOnline: boolean): Words {
  if (!isOnline) return { heading: 'You’re offline', text: 'This page continues when you’re back.' }
  const text = 'This page tries again by itself.'
  return code.startsWith('network_')
    ? { heading: 'We can’t reach our server', text }
    : { heading: 'Our server isn’t working properly', text }
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
