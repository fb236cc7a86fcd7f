import type { StoredAccount } from '../state/state.ts'
import { parseValue } from '../wire/request.ts'
import { mailPasswordSchema, mailSchema } from './requests.ts'

/** Converts a mailbox's flat credentials to API v2. A reconnect has only the password. */
export function readMailbox(body: unknown, account: StoredAccount | undefined): Record<string, unknown> {
  if (account)
    return { user: account.signInName, password: parseValue(body, mailPasswordSchema).imap_password }
  const form = parseValue(body, mailSchema)
  return {
    imap: {
      user: form.imap_user,
      password: form.imap_password,
      host: form.imap_host,
      port: form.imap_port,
      encryption: form.imap_encryption,
    },
    smtp: {
      user: form.smtp_user,
      password: form.smtp_password,
      host: form.smtp_host,
      port: form.smtp_port,
      encryption: 'default',
    },
  }
}

/** Returns a linked mailbox. Its real servers are not stored, so these are plausible ones. */
export function connectedMailbox(address: string): object {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return {
    imap_host: `imap.${domain}`,
    imap_port: 993,
    imap_user: address,
    smtp_host: `smtp.${domain}`,
    smtp_port: 465,
    smtp_user: address,
  }
}
