import type { Field, Method, Provider } from '@connect-account/core/protocol'

/** A catalogue's provider as API v1 has it. */
interface V1Provider {
  /** In the body of a start. */
  readonly start: string
  /** In a hosted link. */
  readonly hosted: string
  /** As the type of an account. */
  readonly types: readonly string[]
  /** The catalogue's methods that `POST /accounts` can do. */
  readonly methods: readonly string[]
}

/**
 * By the catalogue's id. API v1 lacks the others: Google Messages, the mock, Instagram's cookies. Google and
 * Outlook have consent pages in the hosted wizard alone, whose success comes by `notify_url`, unsigned and
 * without a proof of whose it is: no start can wait for it. A start takes tokens of the host's own OAuth client.
 */
const providers: Readonly<Record<string, V1Provider>> = {
  linkedin: same('LINKEDIN', ['credentials', 'cookies']),
  whatsapp: same('WHATSAPP', ['qr', 'pairing_code']),
  telegram: same('TELEGRAM', ['qr']),
  instagram: same('INSTAGRAM', ['credentials']),
  facebook: same('MESSENGER', ['credentials']),
  twitter: same('TWITTER', ['credentials']),
  imap: { ...same('MAIL', ['password', 'manual']), types: ['MAIL', 'IMAP'] },
  google: { ...same('GOOGLE', []), start: 'GOOGLE_OAUTH', types: ['GOOGLE_OAUTH', 'GOOGLE'] },
  outlook: { ...same('OUTLOOK', []), types: ['OUTLOOK', 'MICROSOFT'] },
}

function same(name: string, methods: readonly string[]): V1Provider {
  return { start: name, hosted: name, types: [name], methods }
}

/** X takes an email address beside the user name. */
const email: Field = { name: 'email', type: 'email', autocomplete: 'email', required: true }

/** The provider with the methods that API v1 has, and with consent if the host has a client of its own. */
export function adapt(provider: Provider, ownClients: ReadonlySet<string> = new Set()): Provider {
  const methods = provider.methods.filter(
    ({ id, kind }) => offers(provider.id, id) || (kind === 'consent' && ownClients.has(provider.id)),
  )
  return { ...provider, methods: provider.id === 'twitter' ? methods.map(withEmail) : methods }
}

function withEmail(method: Method): Method {
  if (method.kind !== 'form') return method
  const [username, ...others] = method.fields
  return { ...method, fields: [...(username ? [username] : []), email, ...others] }
}

export function offers(provider: string, method: string): boolean {
  return providers[provider]?.methods.includes(method) ?? false
}

/** As a start spells it. */
export function v1Provider(provider: string): string {
  return providers[provider]?.start ?? provider.toUpperCase()
}

/** As a hosted link spells it; `undefined` for one that its wizard does not have. */
export function hostedProvider(provider: string): string | undefined {
  return providers[provider]?.hosted
}

/** The catalogue's id of an account's type. */
export function catalogueProvider(type: string): string {
  const known = Object.entries(providers).find(([, { types }]) => types.includes(type))
  return known?.[0] ?? type.toLowerCase()
}
