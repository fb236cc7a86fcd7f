/** English messages of the account list, part of `@connect-account/react/accounts`. */
export const enAccounts = {
  accounts: {
    label: 'Connected accounts',
    loading: 'Loading your accounts…',
    empty: 'No accounts connected yet.',
    unavailable: 'We can’t show your accounts right now.',
    outdated: 'This list may be out of date.',
    reconnect: 'Reconnect',
    rename: {
      action: 'Rename',
      form: (name: string) => `Rename ${name}`,
      label: 'Name',
      help: (provider: string) => `Leave blank to use the name from ${provider}.`,
      save: 'Save',
      refused: 'The name wasn’t changed.',
    },
    disconnect: {
      action: 'Disconnect',
      heading: (name: string) => `Disconnect ${name}?`,
      text: (provider: string) =>
        `It stops working here right away. Nothing is deleted at ${provider}, and you can connect it again anytime.`,
      refused: 'The account is still connected.',
    },
    changes: {
      connected: (name: string) => `${name} is connected.`,
      removed: (name: string) => `${name} is no longer connected.`,
      renamed: (before: string, name: string) => `${before} is now called ${name}.`,
      status: (name: string, label: string) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Connected',
      disconnected: 'Sign-in needed',
      errored: 'Temporarily interrupted',
      paused: 'Paused',
      degraded: 'Partly working',
      partial: 'Limited access',
    },
    help: {
      disconnected: 'You were signed out, for example after a password change.',
      errored: {
        provider: 'The provider is having problems. We’ll reconnect automatically.',
        proxy: 'Its connection is having problems. We’ll reconnect automatically.',
        unipile: 'Our connection service is having problems. We’ll reconnect automatically.',
        other: 'We’ll reconnect automatically.',
      },
      paused: 'It was paused and doesn’t sync. Contact support to resume it.',
      degraded: (part: string | undefined) =>
        `${part ? `We’re having trouble with your ${part}` : 'Parts of it aren’t working'}. We’ll keep trying.`,
      partial: (part: string | undefined) =>
        `We can’t reach ${part ? `your ${part}` : 'all of it'}. Reconnect to fix it.`,
    },
  },
}
