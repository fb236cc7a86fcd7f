import * as v from 'valibot'
import { mailRefusal } from '../mail/mail-failure.ts'
import { type MailLogin, mailServerSchema } from '../mail/mail-server.ts'
import { mailSignIn } from '../mail/mail-sign-in.ts'
import { type Persona, personaDomain } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import { parseValue } from '../wire/request.ts'
import type { SandboxProvider, SignIn } from './provider.ts'
import { knownPersona, WRONG_PASSWORD } from './sign-in.ts'

const who = {
  user: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
}
const sideSchema = v.strictObject({ ...who, ...mailServerSchema.entries })
const basicSchema = v.object({ credentials: v.strictObject(who) })
const fullSchema = v.object({ credentials: v.strictObject({ imap: sideSchema, smtp: sideSchema }) })

/**
 * Takes `{user, password}`, with the servers that `mailDomains` has for the domain, or `{imap, smtp}` with a
 * server each. Signs in to both real servers. Personas of `sandbox.test` have no mail server and follow their
 * script instead.
 */
export const imap: SandboxProvider = {
  id: 'imap',
  label: 'Mail',
  groups: ['EMAILS'],
  start(request, runtime) {
    if ('imap' in request.credentials || 'smtp' in request.credentials) {
      const { imap, smtp } = parseValue(request, fullSchema).credentials
      return signIn(loginOf(imap), loginOf(smtp), runtime)
    }
    const { user, password } = parseValue(request, basicSchema).credentials
    const domain = domainOf(user)
    if (domain === personaDomain) return scripted(user, password)
    const servers = Object.hasOwn(runtime.mail.domains, domain) ? runtime.mail.domains[domain] : undefined
    if (!servers) {
      throw mailRefusal('imap', 'host', 'The mail servers of this domain are unknown. Give their hosts.')
    }
    const login = { user, password }
    return signIn({ ...login, server: servers.imap }, { ...login, server: servers.smtp }, runtime)
  },
  userId: (signInName) => signInName,
}

async function signIn(imap: MailLogin, smtp: MailLogin, runtime: Runtime): Promise<SignIn> {
  if (isOfPersonas(imap) && isOfPersonas(smtp)) return scripted(imap.user, imap.password)
  await mailSignIn('imap', imap, runtime)
  await mailSignIn('smtp', smtp, runtime)
  return { by: 'persona', persona: ownerOf(imap) }
}

/** A persona fills in a form for mail servers with hosts of `sandbox.test`, where no server exists. */
function isOfPersonas({ server: { host } }: MailLogin): boolean {
  return host === personaDomain || host.endsWith(`.${personaDomain}`)
}

function scripted(user: string, password: string): SignIn {
  const persona = knownPersona(user)
  if (password === WRONG_PASSWORD) throw mailRefusal('imap', 'password')
  return { by: 'persona', persona }
}

/**
 * Returns a real mailbox's owner, without a script. A user name that is not an address becomes one at the
 * server's host.
 */
function ownerOf({ user, server }: MailLogin): Persona {
  const address = (user.includes('@') ? user : `${user}@${server.host}`).toLowerCase()
  return { signInName: address, name: address.slice(0, address.lastIndexOf('@')), steps: [], end: 'plain' }
}

function loginOf({ user, password, ...server }: v.InferOutput<typeof sideSchema>): MailLogin {
  return { user, password, server }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
