import { XMLParser } from 'fast-xml-parser'
import * as v from 'valibot'
import { toHostname } from './hostname.ts'
import type { MailAddress } from './mail-address.ts'
import type { MailEndpoint, MailSettings } from './mail-settings.ts'

const repeated = new Set(['emailProvider', 'incomingServer', 'outgoingServer', 'authentication'])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => repeated.has(name),
})

const fileSchema = v.object({
  clientConfig: v.object({
    emailProvider: v.pipe(
      v.array(
        v.object({
          incomingServer: v.optional(v.array(v.unknown()), []),
          outgoingServer: v.optional(v.array(v.unknown()), []),
        }),
      ),
      v.minLength(1),
    ),
  }),
})

const serverSchema = v.object({
  '@type': v.string(),
  hostname: v.string(),
  port: v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1), v.maxValue(65535)),
  // Settings without encryption would send the password in the clear: such a server is passed over.
  socketType: v.pipe(
    v.picklist(['SSL', 'STARTTLS']),
    v.transform((type) => (type === 'SSL' ? 'tls' : 'starttls')),
  ),
  authentication: v.optional(v.array(v.unknown()), []),
  username: v.optional(v.string()),
})

// `plain` and `secure` are the older spellings of the first two.
const passwordMethods: readonly unknown[] = ['password-cleartext', 'password-encrypted', 'plain', 'secure']

// RFC 5321, section 4.5.3.1: 64 for the local part, `@`, 255 for the domain.
const longestUser = 320

/**
 * Reads a Mozilla autoconfig file, format 1.1
 * (https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat): of IMAP and of SMTP the first
 * server that is encrypted and takes a password. Undefined when one of them is missing. Throws on text that
 * is no such file. Entities and document types are never processed.
 */
export function readAutoconfigFile(text: string, address: MailAddress): MailSettings | undefined {
  if (/<!(?:doctype|entity)/i.test(text)) throw new Error('The autoconfig file has a document type.')
  const file = v.parse(fileSchema, parser.parse(text))
  const [provider] = file.clientConfig.emailProvider
  const imap = provider && firstServer(provider.incomingServer, 'imap', address)
  const smtp = provider && firstServer(provider.outgoingServer, 'smtp', address)
  return imap && smtp && { imap, smtp }
}

function firstServer(
  servers: readonly unknown[],
  type: string,
  address: MailAddress,
): MailEndpoint | undefined {
  for (const candidate of servers) {
    const server = v.safeParse(serverSchema, candidate)
    if (!server.success || server.output['@type'] !== type) continue
    const { hostname, port, socketType, authentication, username } = server.output
    const takesPassword =
      authentication.length === 0 || authentication.some((method) => passwordMethods.includes(method))
    const host = toHostname(fillIn(hostname, address))
    if (!takesPassword || host === undefined) continue
    return { host, port, encryption: socketType, ...loginOf(username, address) }
  }
  return undefined
}

/**
 * A login that is not the address. One with a placeholder or an entity left in it is not understood, and
 * passed over.
 */
function loginOf(username: string | undefined, address: MailAddress): { user?: string } {
  const user = username === undefined ? address.whole : fillIn(username, address)
  const isUsable = user.length <= longestUser && /^[^\p{C}%&]+$/u.test(user)
  return isUsable && user !== address.whole ? { user } : {}
}

function fillIn(text: string, address: MailAddress): string {
  const values = new Map([
    ['%EMAILADDRESS%', address.whole],
    ['%EMAILLOCALPART%', address.local],
    ['%EMAILDOMAIN%', address.domain],
  ])
  return text.replace(/%[A-Z]+%/g, (placeholder) => values.get(placeholder) ?? placeholder)
}
