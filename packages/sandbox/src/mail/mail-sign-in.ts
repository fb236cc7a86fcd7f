import type { World } from '../state/world.ts'
import { refusals } from '../wire/wire-error.ts'
import { imapLogin } from './imap-login.ts'
import { faultOf, mailRefusal } from './mail-failure.ts'
import type { MailLogin, MailSide, OpenMailLogin } from './mail-server.ts'
import { smtpLogin } from './smtp-login.ts'

const logins: Record<MailSide, OpenMailLogin> = { imap: imapLogin, smtp: smtpLogin }

/**
 * Really signs in to a mail server, and out again. Throws a refusal that names the side: when the host is not one of those
 * that this sandbox may talk to, when the server does not let the user in, and when it is silent for too long.
 */
export async function mailSignIn(side: MailSide, login: MailLogin, world: World): Promise<void> {
  const { allowedHosts, certificateAuthority } = world.mail
  if (!allowedHosts.includes(login.server.host)) {
    throw mailRefusal(side, 'host', 'The sandbox may not talk to this host: see its option allowedMailHosts.')
  }
  const timeoutMs = world.timings.mailTimeoutMs
  const late = AbortSignal.timeout(timeoutMs)
  const over = AbortSignal.any([late, world.closing])
  const attempt = logins[side](login, { ca: certificateAuthority, timeoutMs })
  try {
    await Promise.race([attempt.done, aborted(over)])
  } catch (error) {
    if (world.closing.aborted) throw refusals.callEnded()
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
