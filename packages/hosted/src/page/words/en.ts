import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Connect your account',
  retry: 'Try again',
  continue: 'Continue',
  cancel: 'Cancel',
  at: ' at ',
  support: 'Contact support',
  links: { termsUrl: 'Terms', privacyUrl: 'Privacy', helpUrl: 'Help' },
  back: (product) => `Go back to ${product ?? 'the app'}`,
  connectsTo: { before: 'Connects to ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} asks you to connect an account`,
      heading: 'Connect your account',
      before: 'This connects your account to ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} asks you to reconnect your account`,
      heading: 'Reconnect your account',
      before: 'This reconnects your account to ',
      after: '.',
    },
    question: 'They get access to it. Continue only if that’s you, or someone you know.',
  },
  noLink: {
    heading: 'Open your link again',
    text: 'This page only opens from the link that you were sent. Open that link again in this browser.',
  },
  failed: { heading: 'Something went wrong', text: 'Try again in a moment.' },
  outage: {
    offline: { heading: 'You’re offline', text: 'This page continues when you’re back.' },
    unreachable: { heading: 'We can’t reach our server', text: 'This page tries again by itself.' },
    server: { heading: 'Our server isn’t working properly', text: 'This page tries again by itself.' },
  },
  leaving: { heading: 'One moment…', text: 'Taking you back…' },
  linked: {
    heading: 'Your account is connected',
    text: (product) => `${product ? `It’s connected to ${product}. ` : ''}You can close this page.`,
  },
  notLinked: {
    heading: 'Your account wasn’t connected',
    text: 'You can close this page, or open the link again to retry.',
  },
  refusals: {
    link_not_found: {
      heading: 'This link doesn’t work',
      text: 'Check that you opened the whole address, or ask for a new link.',
    },
    link_expired: { heading: 'This link has expired', text: 'Ask for a new link to connect your account.' },
    link_used: {
      heading: 'This link has already been used',
      text: 'Ask for a new link to connect another account.',
    },
    link_revoked: {
      heading: 'This link no longer works',
      text: 'It was withdrawn. If you still want to connect your account, ask for a new link.',
    },
    link_in_use: {
      heading: 'This link was opened in another browser',
      text: 'Go back to the browser or app where you opened it first, or ask for a new link.',
    },
    rate_limited: { heading: 'Too many attempts', text: 'Wait a few minutes, then open the link again.' },
    link_account_removed: {
      heading: 'This account is no longer connected',
      text: 'The link was made to reconnect it. Ask for a new link to connect it again.',
    },
  },
}
