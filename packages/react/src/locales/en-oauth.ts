/** The English words of a provider's consent page; they load with the screen before it. */
export const enOauth = {
  oauth: {
    heading: (provider: string) => `Go to ${provider}`,
    text: (provider: string) => `Sign in at ${provider} and come back here.`,
    open: (provider: string) => `Continue at ${provider}`,
    elsewhere: 'Finish in the other window.',
    again: 'Open it again',
  },
}
