import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { lineSecurity, type OpenMailLogin } from './mail-server.ts'

/** Signs in to an IMAP server. */
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
  // Errors after the result, such as a closed socket, do not matter.
  client.on('error', () => {})
  return { done: client.connect(), close: () => client.close() }
}

/** Signs in to an SMTP server. Sends no mail. */
export const smtpLogin: OpenMailLogin = ({ server, user, password }, { ca, timeoutMs }) => {
  const security = lineSecurity(server)
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    auth: { user, pass: password },
    // Without this, a server that offers no sign-in would count as one that accepted it.
    forceAuth: true,
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  })
  return { done: transport.verify(), close: () => transport.close() }
}
