import { createHash, createHmac } from 'node:crypto'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'

/** The sandbox as a confidential OAuth client of the provider's authorization server, which is mounted beside it. */

export const OAUTH_CLIENT_ID = 'connect-account-sandbox'

export function issuer(runtime: Runtime): string {
  return `${runtime.publicUrl()}/oauth`
}

export function callbackUrl(runtime: Runtime): string {
  return `${issuer(runtime)}/callback`
}

export function clientSecret(runtime: Runtime): string {
  return derived(runtime, 'oauth client')
}

/** Returns the PKCE verifier of one authorization request. It is derived, so it need not be stored. */
export function codeVerifier(runtime: Runtime, token: string): string {
  return derived(runtime, `oauth code verifier ${token}`)
}

/** Returns a secret that only this sandbox can compute, and computes again after a restart: 43 URL-safe characters. */
export function derived({ apiKey }: Runtime, use: string): string {
  return createHmac('sha256', apiKey).update(use).digest('base64url')
}

/** Returns the authorization request for the user (RFC 6749, with the code challenge of RFC 7636). */
export function authorizationUrl(
  runtime: Runtime,
  intent: StoredIntent,
  { token, loginHint }: PositionAt<'consent'>,
): string {
  const url = new URL(`${issuer(runtime)}/auth`)
  const challenge = createHash('sha256').update(codeVerifier(runtime, token)).digest('base64url')
  url.search = new URLSearchParams({
    client_id: OAUTH_CLIENT_ID,
    redirect_uri: callbackUrl(runtime),
    response_type: 'code',
    scope: scopesOf(intent).join(' '),
    state: token,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'consent',
    ...(loginHint !== undefined && { login_hint: loginHint }),
  }).toString()
  return url.href
}

/** Returns the scopes to ask for. The authorization server knows the first three and ignores those of `config.oauth_scope`. */
export function scopesOf({ config }: StoredIntent): string[] {
  return [...new Set(['openid', 'email', 'profile', ...(config?.oauth_scope ?? [])])]
}
