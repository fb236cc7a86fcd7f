import { WireError } from '../wire/wire-error.ts'
import type { MailSide } from './mail-server.ts'

/** Why signing in to a mail server failed. */
export type MailFault = 'password' | 'host' | 'connection' | 'encryption' | 'certificate' | 'timeout'

/** For the person who typed the settings. The server's own words are never shown, because they are untrusted. */
const words: Record<MailFault, string> = {
  password: 'The server did not accept the user name and password.',
  host: 'The server was not found. Check the host.',
  connection: 'The server does not respond. Check the host and the port.',
  encryption: 'The connection could not be encrypted this way. Check the encryption and the port.',
  certificate: 'The server’s certificate is not trusted.',
  timeout: 'The server did not respond in time. Check the port and the encryption.',
}

/**
 * A refused mail sign-in. The docs do not say how a client distinguishes the servers and the causes [?]. Here the detail
 * starts with the side and the fault: `smtp: certificate: …`. A wrong password is `provider/invalid_credentials`, a timeout is
 * `provider/timeout`, and every other fault is `provider/invalid_parameters`.
 */
export function mailRefusal(side: MailSide, fault: MailFault, detail: string = words[fault]): WireError {
  const withDetail = { detail: `${side}: ${fault}: ${detail}` }
  switch (fault) {
    case 'password':
      return new WireError({
        status: 401,
        type: 'provider/invalid_credentials',
        title: 'The provider refused the sign-in',
        ...withDetail,
      })
    case 'timeout':
      return new WireError({
        status: 504,
        type: 'provider/timeout',
        title: 'The mail server did not respond',
        ...withDetail,
      })
    default:
      return new WireError({
        status: 400,
        type: 'provider/invalid_parameters',
        title: 'The mail server cannot be reached with these settings',
        ...withDetail,
      })
  }
}

/** What the errors of both libraries have in common; nodemailer keeps the system's code in `originalCode`. */
interface CodedError {
  readonly code: string
  readonly originalCode: string
  readonly authenticationFailed: boolean
  readonly tlsFailed: boolean
}

/** Returns the fault behind the error of a failed sign-in. */
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

/** OpenSSL's codes for a certificate that is not accepted, and Node's code for one of another name. */
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
