import { hkdfSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { sessionSecret } from './fixtures.ts'

interface Forgery {
  readonly purpose?: 'session' | 'consent' | 'wizard'
  readonly secret?: string
  /** Default: the purpose's. */
  readonly audience?: string
}

/** A token as the handler signs it, or with one thing wrong. */
export function forgeToken(
  claims: object,
  { purpose = 'session', secret = sessionSecret, audience = `connect-account ${purpose}` }: Forgery = {},
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: `connect-${purpose}+jwt` })
    .setAudience(audience)
    .setIssuedAt()
    .sign(new Uint8Array(hkdfSync('sha256', secret, '', `connect-account ${purpose}`, 32)))
}
