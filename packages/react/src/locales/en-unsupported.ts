import { atStart } from './at-start.ts'

/** English messages for a checkpoint that this version has no screen for. They load with the screen. */
export const enUnsupported = {
  unsupported: {
    heading: 'This step isn’t supported here',
    text: (provider: string) =>
      `${atStart(provider)} is asking for something we can’t show. Start again, or try later.`,
    elsewhere: 'Continue on another page',
    nowhere: 'There’s no other page for this. Start again.',
  },
}
