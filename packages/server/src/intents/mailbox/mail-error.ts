import { ConnectError, type UserFieldErrorCode } from '@connect-account/core/errors'
import type { MailFault, MailRefusal } from '../../upstream/upstream.ts'

/** The field in which each fault can be fixed, and what is wrong there. */
const refusals: Readonly<
  Record<Exclude<MailFault, 'password'>, { field: string; code: UserFieldErrorCode }>
> = {
  host: { field: 'host', code: 'server_not_found' },
  connection: { field: 'port', code: 'server_not_reachable' },
  encryption: { field: 'encryption', code: 'encryption_failed' },
  certificate: { field: 'host', code: 'certificate_not_trusted' },
  timeout: { field: 'port', code: 'server_timeout' },
}

/** What is wrong with a mailbox, at the field where the user can fix it. */
export function mailError({ side, fault }: MailRefusal): ConnectError {
  if (fault === 'password') {
    return new ConnectError('invalid_credentials', {
      fields: [{ name: 'password', code: 'password_refused', params: { side } }],
    })
  }
  const { field, code } = refusals[fault]
  return new ConnectError('mail_settings_invalid', { fields: [{ name: `${side}_${field}`, code }] })
}
