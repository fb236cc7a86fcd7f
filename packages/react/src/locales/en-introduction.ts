/** English messages of the pane before the first screen. */
export const enIntroduction = {
  introduction: {
    heading: (account?: string, host?: string) =>
      `Connect ${account ? `your ${account} account` : 'an account'}${host ? ` to ${host}` : ''}`,
    /** What the host reads, by the kind of the account. */
    reads: {
      messages: 'Reads your messages and contacts',
      email: 'Reads your emails and folders',
      calendar: 'Reads your calendars and events',
      mixed: 'Reads your messages, emails and contacts',
    },
    /** What the host sends, by the kind of the account. */
    sends: {
      messages: 'Can send messages in your name',
      email: 'Can send emails in your name',
      calendar: 'Can create and change events',
      mixed: 'Can send messages and emails in your name',
    },
    disconnect: (host?: string) => `You can disconnect it ${host ? `in ${host} ` : ''}anytime`,
  },
}
