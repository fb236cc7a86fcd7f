import { generateKeyPairSync } from 'node:crypto'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { type ClientMetadata, type JWK, Provider } from 'oidc-provider'
import { callbackUrl, clientSecret, derived, issuer, OAUTH_CLIENT_ID } from '../flow/oauth-client.ts'
import type { OAuthClient } from '../options/options.ts'
import { providerById } from '../providers/index.ts'
import { displayName, type SandboxProvider } from '../providers/provider.ts'
import { knownPersona } from '../providers/sign-in.ts'
import type { Runtime } from '../state/runtime.ts'
import { MemoryAdapter } from './memory-adapter.ts'

/** Node's request and response of one call. */
type NodeCall = HttpBindings | Http2Bindings

/** What the provider asks the user now: to sign in (`login`) or to allow access (`consent`). */
export interface Interaction {
  readonly prompt: 'login' | 'consent'
  /** The `state` of the authorization request: the token of the intent. */
  readonly state: unknown
  /** The expected user, or the one who has just signed in. */
  readonly signInName: string | undefined
  readonly clientId: unknown
  readonly scopes: readonly string[]
}

/** What the user did on a page. */
export type UserDecision =
  | { readonly signInName: string }
  | { readonly consent: true }
  | { readonly error: 'access_denied' | 'temporarily_unavailable' }

/** Seconds. */
const INTERACTION_SECONDS = 3600
const CODE_SECONDS = 60
const TOKEN_SECONDS = 300

/**
 * The provider's authorization server (OpenID Connect, code flow with PKCE). Its clients are the sandbox itself, as
 * Unipile, and those of callers who have their own. It keeps its sessions in memory: after a restart, users open the intent's URL again.
 */
export class AuthorizationServer {
  readonly #runtime: Runtime
  /** Created on first use, because its address is only known then. */
  #created: Provider | undefined

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Handles a call of the protocol: `/auth`, `/token`, `/me`, `/jwks` and discovery, under `prefix`. */
  async handle({ incoming, outgoing }: NodeCall, prefix: string): Promise<void> {
    const url = incoming.url ?? '/'
    // The library derives its mount path from these two.
    Object.assign(incoming, { originalUrl: url, url: url.slice(prefix.length) })
    await this.#provider.callback()(incoming, outgoing)
  }

  /** Returns the interaction that this call's cookies belong to; `undefined` if it has ended. */
  async findInteraction({ incoming, outgoing }: NodeCall): Promise<Interaction | undefined> {
    try {
      const { prompt, params, session } = await this.#provider.interactionDetails(incoming, outgoing)
      if (prompt.name !== 'login' && prompt.name !== 'consent') return undefined
      const hint = typeof params.login_hint === 'string' ? params.login_hint : undefined
      return {
        prompt: prompt.name,
        state: params.state,
        clientId: params.client_id,
        scopes: typeof params.scope === 'string' ? params.scope.split(' ') : [],
        signInName: prompt.name === 'consent' ? session?.accountId : hint,
      }
    } catch (error) {
      if (isSessionNotFound(error)) return undefined
      throw error
    }
  }

  /** Completes the interaction. Returns the address to send the user to. */
  async complete({ incoming, outgoing }: NodeCall, decision: UserDecision): Promise<string> {
    if ('error' in decision) return this.#provider.interactionResult(incoming, outgoing, decision)
    if ('signInName' in decision) {
      return this.#provider.interactionResult(incoming, outgoing, {
        login: { accountId: decision.signInName, remember: false },
      })
    }
    const { session, params } = await this.#provider.interactionDetails(incoming, outgoing)
    const grant = new this.#provider.Grant({
      accountId: session?.accountId,
      clientId: String(params.client_id),
    })
    grant.addOIDCScope(typeof params.scope === 'string' ? params.scope : 'openid')
    return this.#provider.interactionResult(incoming, outgoing, {
      consent: { grantId: await grant.save() },
    })
  }

  get #provider(): Provider {
    this.#created ??= makeProvider(this.#runtime)
    return this.#created
  }
}

function makeProvider(runtime: Runtime): Provider {
  const entries: ConstructorParameters<typeof MemoryAdapter>[1] = new Map()
  const provider = new Provider(issuer(runtime), {
    clients: [
      {
        client_id: OAUTH_CLIENT_ID,
        client_secret: clientSecret(runtime),
        client_name: 'Sandbox app',
        redirect_uris: [callbackUrl(runtime)],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
      ...[...runtime.oauthClients.values()].map(ownClient),
    ],
    // As Google and Microsoft do.
    conformIdTokenClaims: false,
    issueRefreshToken: async (_ctx, client) => client.clientId !== OAUTH_CLIENT_ID,
    adapter: (kind: string) => new MemoryAdapter(kind, entries),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [derived(runtime, 'oauth cookies')] },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'preferred_username', 'oid'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/oauth/sign-in/${uid}` },
    findAccount: (ctx, signInName) => ({
      accountId: signInName,
      claims: () => ({
        sub: signInName,
        email: signInName,
        name: displayName(knownPersona(signInName)),
        preferred_username: signInName,
        oid: providerOfClient(runtime, ctx.oidc.client?.clientId)?.userId(signInName),
      }),
    }),
    clientBasedCORS: () => false,
    renderError: (ctx) => ctx.redirect('/oauth/ended'),
    ttl: {
      Interaction: INTERACTION_SECONDS,
      Session: INTERACTION_SECONDS,
      Grant: INTERACTION_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      AccessToken: TOKEN_SECONDS,
      IdToken: TOKEN_SECONDS,
      RefreshToken: INTERACTION_SECONDS,
    },
  })
  // Behind a proxy that terminates TLS, cookies are secure by the proxy's header.
  provider.proxy = issuer(runtime).startsWith('https:')
  // Each sign-in starts without a session, so that an earlier one in the same browser has no effect.
  provider.use((ctx, next) => {
    if (ctx.path === '/auth') {
      delete ctx.req.headers.cookie
      ctx.cookies.set(provider.cookieName('session'), null)
    }
    return next()
  })
  provider.on('server_error', (_ctx, error) => runtime.log(`OAuth server error: ${error.message}`))
  return provider
}

function ownClient({ clientId, clientSecret, redirectUri }: OAuthClient): ClientMetadata {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    client_name: 'An app of its own',
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: 'ES256',
  }
}

/** Returns the provider that a caller's own client is for; `undefined` for the sandbox's client. */
export function providerOfClient({ oauthClients }: Runtime, clientId: unknown): SandboxProvider | undefined {
  const [id] = [...oauthClients].find(([, client]) => client.clientId === clientId) ?? []
  return id === undefined ? undefined : providerById(id)
}

/** Creates the key for ID tokens. It changes with each restart, because no ID token is kept. */
function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { kty: 'EC', ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
}

function isSessionNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'SessionNotFound'
}
