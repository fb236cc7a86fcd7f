import type { Transporter } from 'nodemailer'
import { missingPackage } from '../missing-package.ts'
import type { NoticeMail } from './notice-mail.ts'

/** Sends emails by SMTP. */
export interface Mailer {
  /** Resolves when the server has accepted the message. @throws Refusal, or another error. */
  send(to: string, mail: NoticeMail): Promise<void>
  close(): void
}

/** The server has permanently refused the message (RFC 5321, section 4.2.1: a reply of 500 or more). */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

const STEP_TIMEOUT_MS = 5_000

/** How long one message may take in all, in milliseconds. */
export const SEND_TIMEOUT_MS = 20_000

/** The library that speaks SMTP. */
export type Nodemailer = Pick<typeof import('nodemailer'), 'createTransport'>

/** @throws ConnectError `invalid_setting` if it is not installed. */
export async function loadNodemailer(): Promise<Nodemailer> {
  try {
    return await import('nodemailer')
  } catch (cause) {
    throw missingPackage('notices', 'email', ['nodemailer'], cause)
  }
}

/** Connections are not kept: messages are rare. */
export function createMailer({ createTransport }: Nodemailer, smtpUrl: string, from: string): Mailer {
  let transport: Transporter | undefined

  function open(): Transporter {
    return createTransport({
      url: smtpUrl,
      // What the URL says goes first. A line that stays plain would show the password and the link.
      requireTLS: !isThisMachine(new URL(smtpUrl).hostname),
      dnsTimeout: STEP_TIMEOUT_MS,
      connectionTimeout: STEP_TIMEOUT_MS,
      greetingTimeout: STEP_TIMEOUT_MS,
      socketTimeout: STEP_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  return {
    async send(to, { subject, text, html }) {
      transport ??= open()
      try {
        await transport.sendMail({
          from,
          // As an object, an address is one address, even if it contains commas.
          to: { name: '', address: to },
          subject,
          text,
          html,
          // RFC 3834, section 5: suppresses out-of-office replies.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        if (isRefusal(error)) throw new Refusal('The server has refused the message.', { cause: error })
        throw error
      }
    },
    close() {
      transport?.close()
    },
  }
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** The host can fix a refused sign-in (`EAUTH`), and the message may be sent then. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  return typeof error.responseCode === 'number' && error.responseCode >= 500 && error.code !== 'EAUTH'
}
