import { createHash, createHmac } from 'node:crypto'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'

/** The sandbox as a confidential client of the provider's authorization server, which it mounts itself. */

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

/** The PKCE verifier of one authorization request: computed, so that none has to be kept. */
export function codeVerifier(runtime: Runtime, token: string): string {
  return derived(runtime, `oauth code verifier ${token}`)
}

/** A secret that this sandbox alone can compute, the same after a restart; 43 characters fit for a URL. */
export function derived({ apiKey }: Runtime, use: string): string {
  return createHmac('sha256', apiKey).update(use).digest('base64url')
}

/** The authorization request (RFC 6749, with the code challenge of RFC 7636) that the user is sent away with. */
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

/** Who the user is, then what `config.oauth_scope` adds. The authorization server itself knows the first three, and passes over others. */
export function scopesOf({ config }: StoredIntent): string[] {
  return [...new Set(['openid', 'email', 'profile', ...(config?.oauth_scope ?? [])])]
}
