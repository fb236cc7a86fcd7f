import type { MailEndpoint } from '../../../mail-discovery/index.ts'
import type { StartPart } from './start-part.ts'

/** A mailbox with its servers; without them Unipile guesses. */
export const mailbox: StartPart = ({ form: { user, password }, mail }) => {
  if (!mail) return { credentials: { user, password } }
  const side = (server: MailEndpoint) => ({ user, password, ...server })
  return { credentials: { imap: side(mail.imap), smtp: side(mail.smtp) } }
}
