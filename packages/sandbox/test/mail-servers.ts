import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { generate } from 'selfsigned'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** How a connection is encrypted: from the first byte, by a required upgrade, or not at all. */
export type Line = 'tls' | 'starttls' | 'plain'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Creates a self-signed certificate. Default name: `localhost`. */
export async function makeCertificate(name = 'localhost'): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { key: made.private, cert: made.cert }
}

/** The one mailbox of these servers. */
export const mailbox = { user: 'anna@example.com', password: 'correct "horse"' }

/** A mail server that records who signed in, and over which connection. */
export interface MailFixture {
  readonly port: number
  readonly signedIn: { user: string; secure: boolean }[]
}

/** The part of IMAP4rev1 (RFC 3501) that a sign-in needs. */
export async function startImap(line: Line, certificate: Certificate): Promise<MailFixture> {
  const signedIn: MailFixture['signedIn'] = []
  const talk = (socket: Socket) => converse(socket, { line, certificate, signedIn, greet: true })
  const server = line === 'tls' ? createTlsServer(certificate, talk) : createServer(talk)
  return { port: await listening(server), signedIn }
}

interface Conversation {
  readonly line: Line
  readonly certificate: Certificate
  readonly signedIn: MailFixture['signedIn']
  readonly greet: boolean
}

function converse(socket: Socket, conversation: Conversation): void {
  const { line, certificate, signedIn, greet } = conversation
  const secure = socket instanceof TLSSocket
  const say = (text: string) => socket.write(`${text}\r\n`)
  const mayLogIn = secure || line === 'plain'
  const capability = `CAPABILITY IMAP4rev1 ${mayLogIn ? 'AUTH=PLAIN SASL-IR' : 'STARTTLS LOGINDISABLED'}`
  const lines = createInterface({ input: socket })
  let awaited: ((line: string) => void) | undefined

  const enter = (tag: string, user: string, password: string) => {
    if (user !== mailbox.user || password !== mailbox.password) {
      say(`${tag} NO [AUTHENTICATIONFAILED] ${user} may not come in`)
      return
    }
    signedIn.push({ user, secure })
    say(`${tag} OK [${capability}] welcome`)
  }
  const enterBySasl = (tag: string, response: string) => {
    const [, user = '', password = ''] = Buffer.from(response, 'base64').toString().split('\0')
    enter(tag, user, password)
  }

  // A client that detects a fault disconnects in the middle of a line.
  socket.on('error', () => {})
  lines.on('error', () => {})
  lines.on('line', (text) => {
    if (awaited) {
      awaited(text)
      awaited = undefined
      return
    }
    const [tag = '*', command = '', ...rest] = text.split(' ')
    switch (command.toUpperCase()) {
      case 'CAPABILITY':
        say(`* ${capability}`)
        say(`${tag} OK done`)
        return
      case 'STARTTLS':
        if (secure || line !== 'starttls') {
          say(`${tag} BAD not here`)
          return
        }
        lines.close()
        socket.removeAllListeners('data')
        say(`${tag} OK begin`)
        converse(new TLSSocket(socket, { ...certificate, isServer: true }), { ...conversation, greet: false })
        return
      case 'AUTHENTICATE':
        if (!mayLogIn) say(`${tag} NO [PRIVACYREQUIRED] not in the clear`)
        else if (rest[1] !== undefined) enterBySasl(tag, rest[1])
        else {
          awaited = (response) => enterBySasl(tag, response)
          say('+ ')
        }
        return
      case 'LIST':
        say('* LIST (\\HasNoChildren) "/" INBOX')
        say(`${tag} OK done`)
        return
      case 'NOOP':
        say(`${tag} OK done`)
        return
      case 'LOGOUT':
        say('* BYE')
        say(`${tag} OK done`)
        socket.end()
        return
      default:
        say(`${tag} BAD unknown`)
    }
  })
  if (greet) say(`* OK [${capability}] ready`)
}

export async function startSmtp(line: Line, certificate: Certificate): Promise<MailFixture> {
  const signedIn: MailFixture['signedIn'] = []
  const server = new SMTPServer({
    ...certificate,
    secure: line === 'tls',
    disabledCommands: line === 'plain' ? ['STARTTLS'] : [],
    allowInsecureAuth: line === 'plain',
    logger: false,
    onAuth({ username, password }, { secure }, callback) {
      if (username !== mailbox.user || password !== mailbox.password) {
        callback(new Error(`${username} may not come in`))
        return
      }
      signedIn.push({ user: username, secure })
      callback(null, { user: username })
    },
  })
  server.on('error', () => {})
  const port = await listening(server.server)
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { port, signedIn }
}

/** A server that accepts connections and sends nothing. */
export async function startSilence(): Promise<number> {
  return listening(createServer((socket) => socket.on('error', () => {})))
}

/** Returns a port without a server: it was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}

async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return portOf(server)
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return address.port
}
