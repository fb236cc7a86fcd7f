import { providerCatalogue } from '@connect-account/core/catalogue'
import { Secret } from '@connect-account/core/protocol'

/** One way to link a provider. */
export interface Way {
  readonly provider: string
  readonly method: string
}

/** Every provider with every method of its. */
export const ways: readonly Way[] = providerCatalogue.flatMap(({ id, methods }) =>
  methods.map((method) => ({ provider: id, method: method.id })),
)

/** What `persona` gives at the start; with a QR code or at a consent page, who it is comes later. */
export function wayIn(
  { provider, method }: Way,
  persona: string,
): { credentials?: Secret<Record<string, string>> } {
  const credentials = credentialsOf(provider, method, persona)
  return credentials ? { credentials: new Secret(credentials) } : {}
}

function credentialsOf(
  provider: string,
  method: string,
  persona: string,
): Record<string, string> | undefined {
  switch (method) {
    case 'credentials':
      return { username: persona, password: 'right' }
    case 'cookies':
      return provider === 'linkedin'
        ? { access_token: persona, user_agent: 'Coverage/1.0' }
        : { sessionid: persona, user_agent: 'Coverage/1.0' }
    case 'password':
      return { user: persona, password: 'right' }
    case 'manual':
      return {
        user: persona,
        password: 'right',
        imap_host: 'imap.sandbox.test',
        imap_port: '993',
        imap_encryption: 'tls',
        smtp_host: 'smtp.sandbox.test',
        smtp_port: '465',
        smtp_encryption: 'tls',
      }
    case 'qr':
    case 'oauth':
    case 'direct':
      return undefined
    default:
      throw new Error(`Say in ways.ts how a persona signs in by "${method}".`)
  }
}
