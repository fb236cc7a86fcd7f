import { refusals } from '../wire/wire-error.ts'
import { imapLogin, smtpLogin } from './logins.ts'
import { faultOf, mailRefusal } from './mail-failure.ts'
import type { MailLogin, MailRules, MailSide, OpenMailLogin } from './mail-server.ts'

const logins: Record<MailSide, OpenMailLogin> = { imap: imapLogin, smtp: smtpLogin }

/** Which servers may be signed in to, and for how long. */
export interface MailPolicy {
  readonly mail: MailRules
  readonly timings: { readonly mailTimeoutMs: number }
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal
}

/**
 * Signs in to a real mail server, and out again.
 * @throws WireError that names the side if the host is not allowed, the server refuses the user, or it does not respond in time.
 */
export async function mailSignIn(side: MailSide, login: MailLogin, policy: MailPolicy): Promise<void> {
  const { mail, timings, closing } = policy
  if (!mail.allowedHosts.includes(login.server.host)) {
    throw mailRefusal(
      side,
      'host',
      'The sandbox may not connect to this host. See its option allowedMailHosts.',
    )
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
