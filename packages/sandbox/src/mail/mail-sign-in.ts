import { refusals } from '../wire/wire-error.ts'
import { imapLogin, smtpLogin } from './logins.ts'
import { faultOf, mailRefusal } from './mail-failure.ts'
import type { MailLogin, MailRules, MailSide, OpenMailLogin } from './mail-server.ts'

const logins: Record<MailSide, OpenMailLogin> = { imap: imapLogin, smtp: smtpLogin }

/** What a sign-in to a mail server may do, and when it is stopped. */
export interface MailPolicy {
  readonly mail: MailRules
  readonly timings: { readonly mailTimeoutMs: number }
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal
}

/**
 * Really signs in to a mail server, and out again. Throws a refusal that names the side: when the host is not one of those
 * that this sandbox may talk to, when the server does not let the user in, and when it is silent for too long.
 */
export async function mailSignIn(side: MailSide, login: MailLogin, policy: MailPolicy): Promise<void> {
  const { mail, timings, closing } = policy
  if (!mail.allowedHosts.includes(login.server.host)) {
    throw mailRefusal(side, 'host', 'The sandbox may not talk to this host: see its option allowedMailHosts.')
  }
  const timeoutMs = timings.mailTimeoutMs
  const late = AbortSignal.timeout(timeoutMs)
  const stopped = AbortSignal.any([late, closing])
  const attempt = logins[side](login, { ca: mail.certificateAuthority, timeoutMs })
  try {
    await Promise.race([attempt.done, aborted(stopped)])
  } catch (error) {
    if (closing.aborted) throw refusals.callEnded()
    throw mailRefusal(side, late.aborted ? 'timeout' : faultOf(error))
  } finally {
    attempt.close()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (signal.aborted) reject(signal.reason)
  })
}
