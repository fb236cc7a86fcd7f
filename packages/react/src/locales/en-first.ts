/** The English words of the first paint. The rest is in `en.ts`, which loads with the first step after the picker. */
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
  working: 'Working…',
  offline: 'You are offline.',
  chunkFailed: {
    heading: 'This step could not be loaded',
    text: 'Check your connection and try again. If that doesn’t help, reload the page.',
  },
  screenFailed: {
    heading: 'This step can’t be shown',
    text: 'Something went wrong on our side. Try again, or leave and come back later.',
  },
  preparing: { heading: 'One moment…' },
  picker: {
    heading: 'Connect an account',
    search: 'Search',
    results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    none: 'There is nothing to connect here yet.',
    empty: (query: string) => `Nothing matches “${query}”.`,
    kinds: { messaging: 'Messaging', social: 'Social', email: 'Email', calendar: 'Calendar' },
  },
}
