import { linkRefusals } from '@connect-account/core/protocol'
import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Contact support',
  continue: 'Continue',
  back: (product) => `Go back to ${product ?? 'the app'}`,
  consent: {
    forged: {
      heading: 'This page can’t be opened',
      text: 'Its address doesn’t belong to a sign-in of ours. Nothing has changed.',
    },
    expired: {
      heading: 'This sign-in has expired',
      text: (product) => `It took too long. Go back to ${product ?? 'the app'} and start again.`,
    },
    used: {
      heading: 'This sign-in is already finished',
      text: (product) => `Go back to ${product ?? 'the app'} to see the result.`,
    },
    returned: {
      heading: (product) => `You can go back to ${product ?? 'the app'}`,
      closes: 'This window closes by itself.',
      stays: 'You can close this page.',
    },
  },
  wizard: {
    connect: {
      heading: 'Connect your account',
      before: 'This connects the account that you sign in with to ',
      at: ' at ',
      after: '.',
      sender: 'the person who sent you this link',
      question: 'They get access to it. Continue only if that’s you, or someone you know.',
      notOpened: 'This link was opened in another browser, or no longer works. Ask for a new link.',
      offline: 'Something went wrong. Check your connection and try again.',
    },
    waiting: { heading: 'One moment…', text: 'We’re connecting your account.' },
    unknown: {
      heading: 'This page can’t be opened',
      text: 'Its address doesn’t belong to a link of ours. Nothing has changed.',
    },
    unconfirmed: {
      heading: 'Your account wasn’t connected',
      text: 'This isn’t the browser that opened the link. Ask for a new link and open it here.',
    },
    pending: {
      heading: 'Almost done',
      text: (product) =>
        `Your account appears in ${product ?? 'the app'} as soon as it’s confirmed. You can close this page.`,
    },
    linked: {
      heading: 'Your account is connected',
      text: (product) => `${product ? `It’s connected to ${product}. ` : ''}You can close this page.`,
    },
    notLinked: {
      heading: 'Your account wasn’t connected',
      text: 'You can close this page. Ask for a new link to try again.',
    },
  },
  refusals: linkRefusals,
}
