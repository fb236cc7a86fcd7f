import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server that stores the messages that it receives. */
export interface MailCatcher {
  readonly url: string
  readonly mails: Email[]
  /** The reply to the next message; `undefined` accepts it. */
  refuse: (() => { responseCode: number } | undefined) | undefined
  close(): Promise<void>
}

export const mailUser = { user: 'postman', password: 'smtp-password-3141' }

/** It accepts only `mailUser`, without encryption because it is on this machine. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      const known = username === mailUser.user && password === mailUser.password
      if (known) done(null, { user: username })
      else done(new Error('Not you'))
    },
    onData(stream, _, done) {
      void stream.toArray().then(async (chunks) => {
        const refusal = catcher.refuse?.()
        if (refusal) return done(Object.assign(new Error('Not now'), refusal))
        catcher.mails.push(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const catcher: MailCatcher = {
    url: `smtp://${mailUser.user}:${mailUser.password}@127.0.0.1:${port}`,
    mails: [],
    refuse: undefined,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
  return catcher
}
