import { hkdfSync } from 'node:crypto'
import { createSignedTokens } from '../tokens/signed-tokens.ts'

/** What ties an authorization response to its request, besides `state`. */
export interface ClientProof {
  /** PKCE's secret (RFC 7636): 43 characters. */
  readonly codeVerifier: string
  /** Comes back in the ID token. */
  readonly nonce: string
}

export interface ClientProofs {
  /** The same for the same signed state, on every instance; `undefined` for a state that was not signed here. */
  of(state: string): Promise<ClientProof | undefined>
}

/**
 * Derives the proofs of an authorization request from its state and the secret that signed it, so that nothing has
 * to be stored between the request and the return.
 */
export function createClientProofs(secrets: readonly string[], now: () => number): ClientProofs {
  const signers = secrets.map((secret) => ({ secret, tokens: createSignedTokens('consent', [secret], now) }))
  return {
    async of(state) {
      for (const { secret, tokens } of signers) {
        if ((await tokens.verify(state)) === 'forged') continue
        return { codeVerifier: derive(secret, state, 'code verifier'), nonce: derive(secret, state, 'nonce') }
      }
      return undefined
    },
  }
}

function derive(secret: string, state: string, use: string): string {
  const bytes = hkdfSync('sha256', secret, state, `connect-account oauth ${use}`, 32)
  return Buffer.from(bytes).toString('base64url')
}
