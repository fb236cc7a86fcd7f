/** The English words of a step that cannot be shown; they load with its screen. */
export const enUnsupported = {
  unsupported: {
    heading: 'We cannot show this step',
    text: (provider: string) =>
      `${provider} asks for something that does not work here. Start again, or try later.`,
    elsewhere: 'Continue on another page',
    nowhere: 'There is no other page for this. Start again.',
  },
}
