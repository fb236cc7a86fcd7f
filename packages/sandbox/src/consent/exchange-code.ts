import { fetch } from 'undici'
import * as v from 'valibot'
import { callbackUrl, clientSecret, codeVerifier, OAUTH_CLIENT_ID } from '../flow/oauth-client.ts'
import { ownerOf } from '../providers/token-sign-in.ts'
import type { Runtime } from '../state/runtime.ts'

const EXCHANGE_TIMEOUT_MS = 5000

/**
 * Exchanges an authorization code for the user's sign-in name. Rejects if the code was used before, belongs
 * to another request or has expired.
 */
export async function signInNameOf(runtime: Runtime, code: string, token: string): Promise<string> {
  const tokens = await call(`${runtime.ownUrl()}/oauth/token`, runtime, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${OAUTH_CLIENT_ID}:${clientSecret(runtime)}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl(runtime),
      code_verifier: codeVerifier(runtime, token),
    }),
  })
  const { access_token } = v.parse(v.object({ access_token: v.string() }), tokens)
  const owner = await ownerOf(runtime, access_token)
  if (owner === undefined) throw new Error('The authorization server does not know its token.')
  return owner
}

async function call(url: string, { closing }: Runtime, init: Parameters<typeof fetch>[1]): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.any([AbortSignal.timeout(EXCHANGE_TIMEOUT_MS), closing]),
  })
  if (!response.ok) throw new Error(`The authorization server returned ${response.status}.`)
  return response.json()
}
