import { providerCatalogue, testProviders } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { errors, jwtVerify, SignJWT } from 'jose'
import * as v from 'valibot'
import { invalidSetting } from '../invalid-setting.ts'

/** Who a request acts for. */
export interface Session {
  /** The host's own id of its signed-in user. */
  readonly userId: string
  /** The providers that the session is limited to; absent: all except those for tests. */
  readonly providers?: readonly string[]
  /** The one-time link that opened the session: it can do only what the link is for. */
  readonly link?: SessionLink
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** What a session keeps of the link that opened it. */
interface SessionLink {
  readonly id: string
  /** The methods on offer; absent: all. */
  readonly methods?: readonly string[]
}

/** Whether the session may use this provider. */
export function mayLink({ providers }: Session, provider: string): boolean {
  return providers ? providers.includes(provider) : !testProviders.has(provider)
}

export interface MintInput {
  readonly userId: string
  /** Limits the session to these providers. Default: all of the catalogue except those for tests. */
  readonly providers?: readonly string[]
  /** Seconds. Default: 900; at most a day. */
  readonly expiresIn?: number
}

export interface SessionTokens {
  mint(input: MintInput & { readonly link?: SessionLink }): Promise<string>
  /** @throws ConnectError `session_invalid` or `session_expired`. */
  verify(token: string): Promise<Session>
}

const ALGORITHM = 'HS256'
const AUDIENCE = 'connect-account'
const DEFAULT_SECONDS = 900
const MAX_SECONDS = 86_400
/** How many verified tokens are remembered. */
const MAX_VERIFIED = 5_000

const claimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1)),
  exp: v.number(),
  providers: v.exactOptional(v.array(v.string())),
  link: v.exactOptional(v.object({ id: v.string(), methods: v.exactOptional(v.array(v.string())) })),
})

/** Session tokens: JWTs (RFC 7519) signed with the host's secret, valid for this handler only. */
export function createSessionTokens(secret: string, now: () => number): SessionTokens {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secretBytes = new TextEncoder().encode(secret)
  const key = crypto.subtle.importKey('raw', secretBytes, algorithm, false, ['sign', 'verify'])
  const verified = new Map<string, Session>()

  /** The signature is checked once per token; the oldest is forgotten first. */
  function keep(token: string, session: Session): Session {
    const [oldest] = verified.keys()
    if (oldest !== undefined && verified.size >= MAX_VERIFIED) verified.delete(oldest)
    verified.set(token, session)
    return session
  }

  return {
    async mint({ userId, providers, link, expiresIn = DEFAULT_SECONDS }) {
      if (!userId) throw invalidSetting('mintSession: userId is empty.')
      if (!(expiresIn > 0 && expiresIn <= MAX_SECONDS)) {
        throw invalidSetting(`mintSession: expiresIn is not in 1…${MAX_SECONDS}.`)
      }
      const unknown = providers?.find((provider) => !providerCatalogue.some(({ id }) => id === provider))
      if (unknown !== undefined)
        throw invalidSetting(`mintSession: the catalogue has no provider "${unknown}".`)
      const seconds = Math.floor(now() / 1000)
      return new SignJWT({ ...(providers ? { providers: [...providers] } : {}), ...(link ? { link } : {}) })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(userId)
        .setAudience(AUDIENCE)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + Math.ceil(expiresIn))
        .sign(await key)
    },
    async verify(token) {
      const known = verified.get(token)
      if (known && known.expiresAt > now()) return known
      try {
        const { payload } = await jwtVerify(token, await key, {
          algorithms: [ALGORITHM],
          audience: AUDIENCE,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now()),
        })
        const { sub, exp, providers, link } = v.parse(claimsSchema, payload)
        return keep(token, {
          userId: sub,
          expiresAt: exp * 1000,
          ...(providers ? { providers } : {}),
          ...(link ? { link } : {}),
        })
      } catch (cause) {
        throw new ConnectError(cause instanceof errors.JWTExpired ? 'session_expired' : 'session_invalid', {
          cause,
        })
      }
    },
  }
}
