import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { lineSecurity, type OpenMailLogin } from './mail-server.ts'

/** Signs in where mail is read. */
export const imapLogin: OpenMailLogin = ({ server, user, password }, { ca, timeoutMs }) => {
  const security = lineSecurity(server)
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: security === 'tls',
    ...(security === 'starttls' && { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls: ca === undefined ? {} : { ca },
    verifyOnly: true,
    logger: false,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  /** What comes after the answer, such as a socket that the server closes, concerns nobody. */
  client.on('error', () => {})
  return { done: client.connect(), close: () => client.close() }
}

/** Signs in where mail is sent; sends none. */
export const smtpLogin: OpenMailLogin = ({ server, user, password }, { ca, timeoutMs }) => {
  const security = lineSecurity(server)
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    auth: { user, pass: password },
    /** A server that offers no sign-in shall refuse ours, and not pass for one that took it. */
    forceAuth: true,
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  })
  return { done: transport.verify(), close: () => transport.close() }
}
