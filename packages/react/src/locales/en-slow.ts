/** English messages for a sign-in that takes long. They load with it. */
export const enSlow = {
  slow: {
    start: (provider: string) => `Signing in to ${provider} can take up to a minute…`,
    answer: (provider: string) => `${provider} is taking longer than usual to respond…`,
  },
}
