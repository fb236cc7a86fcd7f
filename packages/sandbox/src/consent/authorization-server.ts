import { generateKeyPairSync } from 'node:crypto'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { type JWK, Provider } from 'oidc-provider'
import { callbackUrl, clientSecret, derived, issuer, OAUTH_CLIENT_ID } from '../flow/oauth-client.ts'
import { displayName } from '../providers/provider.ts'
import { knownPersona } from '../providers/sign-in.ts'
import type { Runtime } from '../state/runtime.ts'
import { MemoryAdapter } from './memory-adapter.ts'

/** Node's request and response of one call. */
type NodeCall = HttpBindings | Http2Bindings

/** What the provider asks its user now: who it is (`login`), or whether the client may have what it wants (`consent`). */
export interface Asked {
  readonly prompt: 'login' | 'consent'
  /** The `state` of the authorization request: the token of the intent. */
  readonly state: unknown
  /** Whom the client expects, or who has just signed in. */
  readonly signInName: string | undefined
}

/** What the user answered. */
export type UserAnswer =
  | { readonly signInName: string }
  | { readonly consent: true }
  | { readonly error: 'access_denied' | 'temporarily_unavailable' }

/** Seconds. */
const INTERACTION_SECONDS = 3600
const CODE_SECONDS = 60
const TOKEN_SECONDS = 300

/**
 * The provider's authorization server (OpenID Connect, code flow with PKCE): real, and the sandbox its one client. What it
 * remembers is in memory only: who is on its pages while the sandbox restarts opens the intent's URL again.
 */
export class AuthorizationServer {
  readonly #runtime: Runtime
  /** Made when it is first needed: its own address is known only then. */
  #made: Provider | undefined

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Answers one of the protocol's own calls: `/auth`, `/token`, `/me`, `/jwks` and discovery, under `prefix`. */
  async answer({ incoming, outgoing }: NodeCall, prefix: string): Promise<void> {
    const url = incoming.url ?? '/'
    /** What the server is mounted under, it reads from these two. */
    Object.assign(incoming, { originalUrl: url, url: url.slice(prefix.length) })
    await this.#provider.callback()(incoming, outgoing)
  }

  /** What is asked of the user whom this call comes from; `undefined` when nothing is, or no longer. */
  async asked({ incoming, outgoing }: NodeCall): Promise<Asked | undefined> {
    try {
      const { prompt, params, session } = await this.#provider.interactionDetails(incoming, outgoing)
      if (prompt.name !== 'login' && prompt.name !== 'consent') return undefined
      const hint = typeof params.login_hint === 'string' ? params.login_hint : undefined
      return {
        prompt: prompt.name,
        state: params.state,
        signInName: prompt.name === 'consent' ? session?.accountId : hint,
      }
    } catch (error) {
      if (isSessionNotFound(error)) return undefined
      throw error
    }
  }

  /** Takes the user's answer, and tells where it goes on. */
  async take({ incoming, outgoing }: NodeCall, answer: UserAnswer): Promise<string> {
    if ('error' in answer) return this.#provider.interactionResult(incoming, outgoing, answer)
    if ('signInName' in answer) {
      return this.#provider.interactionResult(incoming, outgoing, {
        login: { accountId: answer.signInName, remember: false },
      })
    }
    const { session, params } = await this.#provider.interactionDetails(incoming, outgoing)
    const grant = new this.#provider.Grant({
      accountId: session?.accountId,
      clientId: OAUTH_CLIENT_ID,
    })
    grant.addOIDCScope(typeof params.scope === 'string' ? params.scope : 'openid')
    return this.#provider.interactionResult(incoming, outgoing, {
      consent: { grantId: await grant.save() },
    })
  }

  get #provider(): Provider {
    this.#made ??= makeProvider(this.#runtime)
    return this.#made
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
    ],
    adapter: (kind: string) => new MemoryAdapter(kind, entries),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [derived(runtime, 'oauth cookies')] },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/oauth/sign-in/${uid}` },
    findAccount: (_ctx, signInName) => ({
      accountId: signInName,
      claims: () => ({ sub: signInName, email: signInName, name: displayName(knownPersona(signInName)) }),
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
    },
  })
  /** Behind a proxy that ends TLS, the proxy's word is what makes a cookie secure. */
  provider.proxy = issuer(runtime).startsWith('https:')
  /** Every sign-in begins without a session: that of an earlier one in the same browser shall not answer for it. */
  provider.use((ctx, next) => {
    if (ctx.path === '/auth') {
      delete ctx.req.headers.cookie
      ctx.cookies.set(provider.cookieName('session'), null)
    }
    return next()
  })
  provider.on('server_error', (_ctx, error) => runtime.log(`oauth failed: ${error.message}`))
  return provider
}

/** A key for the id tokens of this start: nobody keeps one across a restart. */
function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { kty: 'EC', ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
}

function isSessionNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'SessionNotFound'
}
