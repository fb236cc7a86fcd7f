import { ConnectError, type FieldError } from '@connect-account/core/errors'
import type { MailFault, MailRefusal } from '../../upstream/upstream.ts'

/** The field in which each fault can be put right, and what to tell there. */
const advice: Readonly<Record<Exclude<MailFault, 'password'>, { field: string; message: string }>> = {
  host: { field: 'host', message: 'No server was found under this name.' },
  connection: { field: 'port', message: 'No server answers on this host and port.' },
  encryption: { field: 'encryption', message: 'The connection cannot be secured in this way on this port.' },
  certificate: { field: 'host', message: "The server's certificate is not trusted, or is for another name." },
  timeout: { field: 'port', message: 'The server did not answer in time on this port.' },
}

/** What is wrong with a mailbox, in words for the user at the field where it can be put right. */
export function mailError({ side, fault }: MailRefusal): ConnectError {
  if (fault === 'password') {
    const wrong: FieldError = { name: 'password', message: 'The server refuses this email and password.' }
    return new ConnectError('invalid_credentials', { fields: [wrong] })
  }
  const { field, message } = advice[fault]
  return new ConnectError('mail_settings_invalid', { fields: [{ name: `${side}_${field}`, message }] })
}
