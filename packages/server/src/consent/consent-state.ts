import * as v from 'valibot'
import type { SignedTokens } from '../tokens/signed-tokens.ts'

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

interface VerifiedConsent extends ConsentSubject {
  /** Whether its time is over. */
  readonly isExpired: boolean
}

const claimsSchema = v.object({ sub: v.string(), jti: v.string() })

/**
 * Signed states that name an intent: that of an OAuth callback (RFC 6749, section 10.12), or the proof in the
 * address that only Unipile's wizard is given.
 */
export function createConsentStates(tokens: SignedTokens): ConsentStates {
  return {
    sign: ({ intentId, userId }, expiresAt) =>
      tokens.sign({ sub: userId, jti: intentId, exp: Math.floor(expiresAt.getTime() / 1000) }),
    async verify(state) {
      const signed = await tokens.verify(state)
      const read = signed === 'forged' ? undefined : v.safeParse(claimsSchema, signed.claims)
      if (signed === 'forged' || !read?.success) return 'forged'
      return { userId: read.output.sub, intentId: read.output.jti, isExpired: signed.isExpired }
    },
  }
}
