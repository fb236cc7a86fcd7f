/** The English words of a linked account's first import; they load with its line. */
export const enInitialSync = {
  initialSync: {
    running: 'Importing your messages… This can take a few minutes.',
    completed: 'Your messages are here.',
    failed: 'Not everything could be imported. It will be tried again by itself.',
    skip: 'Continue without waiting',
  },
}
