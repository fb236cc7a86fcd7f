import { ConnectError } from '@connect-account/core/errors'
import { Secret } from '@connect-account/core/protocol'
import type { Configuration } from 'openid-client'
import type { ClientProof } from './client-proofs.ts'

/** A client that the host has registered at a provider, such as in Google's console or in Microsoft Entra. */
export interface OAuthClientSettings {
  readonly clientId: string
  readonly clientSecret: string
  /** What to ask for at the consent page, beside who the user is. Default: reading and sending mail. */
  readonly scopes?: readonly string[]
  /**
   * The authorization server (OpenID Connect Discovery). Default: the provider's own, which takes accounts of every
   * organization.
   */
  readonly issuer?: string
}

/** How a provider's authorization server is used. */
export interface OAuthProvider {
  readonly issuer: string
  readonly scopes: readonly string[]
  /** What an authorization request needs so that its token response has a refresh token. */
  readonly parameters: Readonly<Record<string, string>>
}

export interface OAuthClientContext {
  readonly timeoutMs: number
}

interface AuthorizationRequest {
  /** The registered address that the provider returns to. */
  readonly redirectUri: string
  readonly state: string
  readonly proof: ClientProof
  /** Replaces the client's own. */
  readonly scopes: readonly string[] | undefined
  readonly loginHint: string | undefined
}

interface AuthorizationReturn {
  /** The registered address, with the query that the browser brought. */
  readonly url: URL
  readonly state: string
  readonly proof: ClientProof
}

/** The host as a client of a provider's authorization server: code flow with PKCE (RFC 7636), `state` and `nonce`. */
export interface OAuthClient {
  /** The address of the consent page. @throws ConnectError `provider_unavailable` or `internal_error`. */
  authorizationUrl(request: AuthorizationRequest): Promise<string>
  /**
   * Exchanges the code for tokens, and says whose they are. It works once per code. Nothing keeps the result.
   * @throws ConnectError `provider_unavailable`, or `consent_failed` if the provider refuses.
   */
  exchange(returned: AuthorizationReturn): Promise<Secret<Record<string, string>>>
  /**
   * Whether the provider accepts the client: it asks for tokens with a code that was never given.
   * @returns `unknown` if the provider says neither. @throws ConnectError `provider_unavailable`.
   */
  check(redirectUri: string): Promise<'accepted' | 'client_refused' | 'redirect_refused' | 'unknown'>
}

/** What says who the user is. */
const IDENTITY = ['openid', 'email', 'profile']

export function createOAuthClient(
  { clientId, clientSecret, scopes, issuer }: OAuthClientSettings,
  provider: OAuthProvider,
  { timeoutMs }: OAuthClientContext,
): OAuthClient {
  let discovered: Promise<Configuration> | undefined

  /** Discovers the server when it is first needed, and again if that failed. */
  function configuration(): Promise<Configuration> {
    discovered ??= discover().catch((cause: unknown) => {
      discovered = undefined
      throw new ConnectError('provider_unavailable', { cause })
    })
    return discovered
  }

  async function discover(): Promise<Configuration> {
    const { allowInsecureRequests, ClientSecretPost, discovery } = await import('openid-client')
    const server = new URL(issuer ?? provider.issuer)
    // The settings accept it for this machine only, unless they allow it.
    const isPlain = server.protocol === 'http:'
    return discovery(server, clientId, undefined, ClientSecretPost(clientSecret), {
      timeout: timeoutMs / 1000,
      ...(isPlain ? { execute: [allowInsecureRequests] } : {}),
    })
  }

  return {
    async authorizationUrl({ redirectUri, state, proof, loginHint, ...request }) {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      const asked = new Set([...IDENTITY, ...provider.scopes.filter(isOfflineScope)])
      for (const scope of request.scopes ?? scopes ?? provider.scopes) asked.add(scope)
      return buildAuthorizationUrl(await configuration(), {
        ...provider.parameters,
        redirect_uri: redirectUri,
        scope: [...asked].join(' '),
        state,
        nonce: proof.nonce,
        code_challenge: await calculatePKCECodeChallenge(proof.codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint ? { login_hint: loginHint } : {}),
      }).href
    },
    async exchange({ url, state, proof }) {
      const { authorizationCodeGrant } = await import('openid-client')
      const config = await configuration()
      try {
        const tokens = await authorizationCodeGrant(config, url, {
          pkceCodeVerifier: proof.codeVerifier,
          expectedNonce: proof.nonce,
          expectedState: state,
        })
        const { access_token, refresh_token } = tokens
        if (!refresh_token) {
          throw new ConnectError('consent_failed', { detail: 'The provider gave no refresh token.' })
        }
        return new Secret({ access_token, refresh_token, ...ownerOf(tokens.claims() ?? {}) })
      } catch (error) {
        if (error instanceof ConnectError) throw error
        throw new ConnectError(isOutage(error) ? 'provider_unavailable' : 'consent_failed', { cause: error })
      }
    },
    async check(redirectUri) {
      const { genericGrantRequest } = await import('openid-client')
      const config = await configuration()
      try {
        await genericGrantRequest(config, 'authorization_code', {
          code: 'never-given',
          redirect_uri: redirectUri,
          code_verifier: 'never-used'.repeat(5),
        })
        return 'unknown'
      } catch (error) {
        if (isOutage(error)) throw new ConnectError('provider_unavailable', { cause: error })
        return readRefusal(error)
      }
    },
  }
}

/** The client is checked before the code (RFC 6749, section 5.2). Google also has `redirect_uri_mismatch`. */
function readRefusal(error: unknown) {
  const code = error instanceof Error && 'error' in error ? error.error : undefined
  if (code === 'invalid_grant' || code === 'invalid_request') return 'accepted'
  if (code === 'invalid_client' || code === 'unauthorized_client') return 'client_refused'
  return code === 'redirect_uri_mismatch' ? 'redirect_refused' : 'unknown'
}

/** Without it, Microsoft gives no refresh token. */
const isOfflineScope = (scope: string) => scope === 'offline_access'

/** Microsoft's `oid` is the user's id in all of its APIs, `sub` is one for this client only. */
function ownerOf({ sub, oid, preferred_username, email }: Readonly<Record<string, unknown>>) {
  const name = preferred_username ?? email
  return { id: String(oid ?? sub ?? ''), username: typeof name === 'string' ? name : '' }
}

/** The provider did not answer, or with an error of its own. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('status' in error && typeof error.status === 'number') return error.status >= 500
  const code = 'code' in error ? error.code : undefined
  return code === undefined || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}
