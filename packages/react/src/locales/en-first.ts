type ProviderWords = Readonly<Record<'name' | 'service' | 'account', string>>

const providers: Readonly<Record<'imap', ProviderWords>> & Readonly<Record<string, ProviderWords>> = {
  imap: { name: 'Other email', service: 'your email provider', account: 'email' },
}

/**
 * English messages of the first paint. The others are in `en.ts`, which loads with the step after the picker.
 */
export const enFirst = {
  actions: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    continue: 'Continue',
    done: 'Done',
    restart: 'Start again',
    retry: 'Try again',
  },
  /** How a screen reader announces a new step. */
  announcement: (heading: string, text: string) => `${heading}. ${text}`,
  working: 'Working…',
  offline: 'You’re offline. We’ll continue when you’re back.',
  chunkFailed: {
    heading: 'We couldn’t load this step',
    text: 'Check your connection and try again. If that doesn’t help, reload the page.',
  },
  screenFailed: {
    heading: 'We can’t show this step',
    text: 'Something went wrong on our side. Try again, or leave and come back later.',
  },
  preparing: { heading: 'One moment…' },
  /**
   * What texts call a provider whose name is not a brand, by its id: in a list, as what signs the user in, and
   * before "account".
   */
  providers,
  picker: {
    heading: 'Connect an account',
    search: 'Search',
    results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    none: 'No accounts are available to connect.',
    empty: (query: string) => `No results for “${query}”.`,
    kinds: { messaging: 'Messaging', social: 'Social', email: 'Email', calendar: 'Calendar' },
    /** Instead of the method, if the user has an account of the provider. */
    connected: 'Connected',
    /** How one signs in, by the kind of the method. */
    methods: { form: 'Password', qr: 'QR code', consent: 'Sign-in page' },
  },
}
