import { createHmac } from 'node:crypto'
import { fetch } from 'undici'
import * as v from 'valibot'
import type { World } from '../state/world.ts'

/** The sandbox as a confidential client of the provider's authorization server, which it mounts itself. */

export const OAUTH_CLIENT_ID = 'connect-account-sandbox'

/** How long the exchange of a code may take. */
const EXCHANGE_TIMEOUT_MS = 5000

export function issuer(world: World): string {
  return `${world.publicUrl()}/oauth`
}

export function callbackUrl(world: World): string {
  return `${issuer(world)}/callback`
}

export function clientSecret(world: World): string {
  return derived(world, 'oauth client')
}

/** The PKCE verifier of one authorization request: computed, so that none has to be kept. */
export function codeVerifier(world: World, token: string): string {
  return derived(world, `oauth code verifier ${token}`)
}

/** A secret that this sandbox alone can compute, the same after a restart; 43 characters fit for a URL. */
export function derived({ apiKey }: World, use: string): string {
  return createHmac('sha256', apiKey).update(use).digest('base64url')
}

/**
 * Exchanges an authorization code, and asks whose it is. Rejects when the code is not right: used before, of another request or
 * too old.
 */
export async function signInNameOf(world: World, code: string, token: string): Promise<string> {
  const tokens = await call(`${world.ownUrl()}/oauth/token`, world, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${OAUTH_CLIENT_ID}:${clientSecret(world)}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl(world),
      code_verifier: codeVerifier(world, token),
    }),
  })
  const { access_token } = v.parse(v.object({ access_token: v.string() }), tokens)
  const user = await call(`${world.ownUrl()}/oauth/me`, world, {
    headers: { authorization: `Bearer ${access_token}` },
  })
  return v.parse(v.object({ email: v.string() }), user).email
}

async function call(url: string, { closing }: World, init: Parameters<typeof fetch>[1]): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.any([AbortSignal.timeout(EXCHANGE_TIMEOUT_MS), closing]),
  })
  if (!response.ok) throw new Error(`The authorization server answered ${response.status}.`)
  return response.json()
}
