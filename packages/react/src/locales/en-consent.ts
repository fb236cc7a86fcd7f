/** English messages of the screen that leads to a provider's consent page. They load with it. */
export const enConsent = {
  consent: {
    heading: (provider: string) => `Connect ${provider}`,
    text: (provider: string, account?: string) =>
      `You’ll sign in with ${provider}${account ? ` as ${account}` : ''} and come right back.`,
    open: (provider: string) => `Continue with ${provider}`,
    elsewhere: 'Finish the sign-in in the other window.',
    again: 'Reopen the window',
  },
}
