/** English messages about the first import of a linked account. They load with that part. */
export const enInitialSync = {
  initialSync: {
    running: 'Importing your messages… This can take a few minutes.',
    completed: 'Import complete.',
    failed: 'Some messages couldn’t be imported. We’ll retry automatically.',
    skip: 'Continue without waiting',
  },
}
