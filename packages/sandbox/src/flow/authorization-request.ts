import { createHash } from 'node:crypto'
import { callbackUrl, codeVerifier, issuer, OAUTH_CLIENT_ID } from '../consent/exchange-code.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import type { World } from '../state/world.ts'

/** The authorization request (RFC 6749, with the code challenge of RFC 7636) that the user is sent away with. */
export function authorizationUrl(
  world: World,
  intent: StoredIntent,
  { token, loginHint }: PositionAt<'consent'>,
): string {
  const url = new URL(`${issuer(world)}/auth`)
  const challenge = createHash('sha256').update(codeVerifier(world, token)).digest('base64url')
  url.search = new URLSearchParams({
    client_id: OAUTH_CLIENT_ID,
    redirect_uri: callbackUrl(world),
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
