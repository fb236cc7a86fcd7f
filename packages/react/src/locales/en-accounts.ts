/** The English words of the account list and its parts; they load with `@connect-account/react/accounts`. */
export const enAccounts = {
  accounts: {
    label: 'Connected accounts',
    loading: 'Loading your accounts…',
    empty: 'No account is connected yet.',
    unavailable: 'Your accounts cannot be shown right now.',
    outdated: 'This list may be out of date.',
    reconnect: 'Reconnect',
    rename: {
      action: 'Rename',
      form: (name: string) => `Rename ${name}`,
      label: 'Name',
      help: (provider: string) => `Leave it empty for its name at ${provider}.`,
      save: 'Save',
      refused: 'It keeps its name for now.',
    },
    disconnect: {
      action: 'Disconnect',
      heading: (name: string) => `Disconnect ${name}?`,
      text: (provider: string) =>
        `It stops working here at once. Nothing is deleted at ${provider}, and you can connect it again.`,
      refused: 'It is still connected.',
    },
    news: {
      connected: (name: string) => `${name} is connected.`,
      gone: (name: string) => `${name} is no longer connected.`,
      renamed: (before: string, name: string) => `${before} is now called ${name}.`,
      status: (name: string, label: string) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Connected',
      disconnected: 'Needs you to sign in again',
      errored: 'Interrupted',
      paused: 'Paused',
      degraded: 'Partly working',
      partial: 'Partly working',
    },
    help: {
      disconnected: 'Its sign-in has ended, for instance after a changed password.',
      errored: {
        provider: 'The provider has trouble. It recovers by itself.',
        proxy: 'Its connection has trouble. It recovers by itself.',
        unipile: 'Our connection service has trouble. It recovers by itself.',
        other: 'It recovers by itself.',
      },
      paused: 'Ask your team.',
      degraded: (part: string | undefined) =>
        `${part ? `There is trouble with ${part}` : 'Some of it has trouble'}. It recovers by itself.`,
      partial: (part: string | undefined) =>
        `${part ? `There is no access to ${part}` : 'Some of it has no access'}. Sign in again to repair it.`,
    },
  },
}
