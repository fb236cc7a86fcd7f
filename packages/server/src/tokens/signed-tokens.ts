import { hkdfSync } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** What a token is good for. A token for one purpose is never accepted for another. */
export type TokenPurpose = 'session' | 'consent' | 'wizard'

export interface SignedTokens {
  /** @param claims With `exp`, in seconds since the epoch. */
  sign(claims: JWTPayload & { readonly exp: number }): Promise<string>
  /** `forged`: it was not signed here for this purpose. */
  verify(token: string): Promise<VerifiedToken | 'forged'>
}

interface VerifiedToken {
  readonly claims: JWTPayload
  /** Whether its time is over. */
  readonly isExpired: boolean
}

const ALGORITHM = 'HS256'
const HMAC = { name: 'HMAC', hash: 'SHA-256' }

/**
 * JWTs (RFC 7519) for one purpose, which has its own key, derived from the host's secret (HKDF, RFC 5869), its
 * own type and its own audience. So nothing else that the host signs with the same secret passes for one.
 *
 * @param secrets The first signs; all are accepted, so that a secret can be replaced without a pause.
 */
export function createSignedTokens(
  purpose: TokenPurpose,
  secrets: readonly string[],
  now: () => number,
): SignedTokens {
  const audience = `connect-account ${purpose}`
  const type = `connect-${purpose}+jwt`
  const keys = Promise.all(
    secrets.map((secret) =>
      crypto.subtle.importKey('raw', hkdfSync('sha256', secret, '', audience, 32), HMAC, false, [
        'sign',
        'verify',
      ]),
    ),
  )

  return {
    async sign(claims) {
      const [key] = await keys
      if (!key) throw new Error('There is no secret to sign with.')
      return new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, typ: type })
        .setAudience(audience)
        .setIssuedAt(Math.floor(now() / 1000))
        .sign(key)
    },
    async verify(token) {
      for (const key of await keys) {
        try {
          const { payload } = await jwtVerify(token, key, {
            algorithms: [ALGORITHM],
            typ: type,
            audience,
            requiredClaims: ['exp'],
            currentDate: new Date(now()),
          })
          return { claims: payload, isExpired: false }
        } catch (error) {
          if (error instanceof errors.JWTExpired) return { claims: error.payload, isExpired: true }
          if (!(error instanceof errors.JWSSignatureVerificationFailed)) return 'forged'
        }
      }
      return 'forged'
    },
  }
}
