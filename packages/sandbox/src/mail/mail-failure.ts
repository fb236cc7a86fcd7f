import { WireError } from '../wire/wire-error.ts'
import type { MailSide } from './mail-server.ts'

/** Why a mail server cannot be signed in to. */
export type MailFault = 'password' | 'host' | 'connection' | 'encryption' | 'certificate' | 'timeout'

/** In words for the person who typed the settings. Never the server's own: they can say anything back. */
const words: Record<MailFault, string> = {
  password: 'The server did not accept the user name and password.',
  host: 'The server was not found. Check the host.',
  connection: 'The server does not answer there. Check the host and the port.',
  encryption: 'The line could not be secured in this way. Check the encryption and the port.',
  certificate: 'The server’s certificate is not trusted.',
  timeout: 'The server did not answer in time. Check the port and the encryption.',
}

/**
 * A refused mail sign-in. The wire does not say how a client tells the two sides and the causes apart [?]: here the detail
 * begins with `imap: ` or `smtp: `, then the fault and a colon: `smtp: certificate: …`. A wrong password is
 * `provider/invalid_credentials`, silence `provider/timeout`, and every other fault `provider/invalid_parameters`.
 */
export function mailRefusal(side: MailSide, fault: MailFault, detail: string = words[fault]): WireError {
  const said = { detail: `${side}: ${fault}: ${detail}` }
  switch (fault) {
    case 'password':
      return new WireError({
        status: 401,
        type: 'provider/invalid_credentials',
        title: 'The provider refused the sign-in',
        ...said,
      })
    case 'timeout':
      return new WireError({
        status: 504,
        type: 'provider/timeout',
        title: 'The mail server did not answer',
        ...said,
      })
    default:
      return new WireError({
        status: 400,
        type: 'provider/invalid_parameters',
        title: 'The mail server cannot be reached with these settings',
        ...said,
      })
  }
}

/** What the errors of the two libraries have in common; `originalCode` is where nodemailer keeps the system's own. */
interface CodedError {
  readonly code: string
  readonly originalCode: string
  readonly authenticationFailed: boolean
  readonly tlsFailed: boolean
}

/** Tells from the error of a failed sign-in what to put right. */
export function faultOf(error: unknown): MailFault {
  const { code, originalCode, authenticationFailed, tlsFailed } = coded(error)
  const codes = [originalCode, code]
  if (authenticationFailed || code === 'EAUTH') return 'password'
  if (codes.some((each) => NOT_FOUND.has(each))) return 'host'
  if (codes.some((each) => each === 'ETIMEDOUT' || /TIMEOUT$/.test(each))) return 'timeout'
  if (codes.some((each) => CERTIFICATE.test(each))) return 'certificate'
  if (tlsFailed || codes.some((each) => ENCRYPTION.test(each))) return 'encryption'
  return 'connection'
}

const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EDNS'])

/** OpenSSL's reasons why a certificate is not accepted, and Node's own for a name that it is not for. */
const CERTIFICATE = /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(?:CA|PURPOSE)$/

const ENCRYPTION = /^ERR_SSL_|^ERR_TLS_|^EPROTO$|^ETLS$|^MissingServerExtension$/

function coded(error: unknown): CodedError {
  const text = (name: string) => {
    const value = error instanceof Error ? Reflect.get(error, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const flag = (name: string) => error instanceof Error && Reflect.get(error, name) === true
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    authenticationFailed: flag('authenticationFailed'),
    tlsFailed: flag('tlsFailed'),
  }
}
