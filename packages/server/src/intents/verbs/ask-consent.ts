import { ConnectError } from '@connect-account/core/errors'
import type { OAuthClient } from '../../consent/oauth-client.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import type { IntentContext } from '../model/intent-context.ts'

interface ConsentRequest {
  readonly loginHint: string
  /** Replaces the client's own. */
  readonly scopes: readonly string[] | undefined
}

/** Starts at the consent page of the host's own OAuth client: Unipile hears of it when the user has returned. */
export async function askConsent(
  { states, proofs, addresses }: IntentContext,
  client: OAuthClient,
  { id, userId, provider, expiresAt }: IntentRecord,
  { loginHint, scopes }: ConsentRequest,
): Promise<UpstreamResult> {
  const state = await states.sign({ intentId: id, userId }, expiresAt)
  const proof = await proofs.of(state)
  if (!proof) throw new ConnectError('internal_error')
  const redirectUri = addresses.clientCallback(provider)
  const url = await client.authorizationUrl({
    redirectUri,
    state,
    proof,
    scopes,
    loginHint: loginHint || undefined,
  })
  return { type: 'checkpoint', checkpoint: { type: 'consent', url } }
}
