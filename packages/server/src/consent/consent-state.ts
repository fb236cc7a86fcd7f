import { hkdfSync } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import * as v from 'valibot'

/** The parameter of the callback that carries our state; the parameter `state` is Unipile's. */
export const STATE_PARAMETER = 'ca_state'

/** Whose consent the callback is about. */
export interface ConsentSubject {
  readonly intentId: string
  readonly userId: string
}

export interface ConsentStates {
  /** Valid until `expiresAt`. */
  sign(consent: ConsentSubject, expiresAt: Date): Promise<string>
  /** `forged`: it was not signed here for this purpose. */
  verify(state: string): Promise<VerifiedConsent | 'forged'>
}

export interface VerifiedConsent extends ConsentSubject {
  /** Whether its time is over. */
  readonly isExpired: boolean
}

const ALGORITHM = 'HS256'
const AUDIENCE = 'connect-account oauth callback'

const claimsSchema = v.object({ sub: v.string(), jti: v.string(), exp: v.number() })

/**
 * The OAuth callback's state (RFC 6749, section 10.12): a JWT with its own key, so that no session token
 * passes for one.
 */
export function createConsentStates(sessionSecret: string, now: () => number): ConsentStates {
  const key = new Uint8Array(hkdfSync('sha256', sessionSecret, '', AUDIENCE, 32))
  return {
    sign: ({ intentId, userId }, expiresAt) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setJti(intentId)
        .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
        .sign(key),
    async verify(state) {
      try {
        const { payload } = await jwtVerify(state, key, {
          algorithms: [ALGORITHM],
          audience: AUDIENCE,
          requiredClaims: ['sub', 'jti', 'exp'],
          // The time is compared below, because an expired state still says whose return it is.
          currentDate: new Date(0),
        })
        const { sub, jti, exp } = v.parse(claimsSchema, payload)
        return { userId: sub, intentId: jti, isExpired: exp * 1000 <= now() }
      } catch {
        return 'forged'
      }
    },
  }
}
