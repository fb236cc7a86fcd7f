import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { errors, jwtVerify, SignJWT } from 'jose'
import * as v from 'valibot'
import { invalidSetting } from '../settings/invalid-setting.ts'

/** Whom a request speaks for. */
export interface Session {
  /** The host's own id of its signed-in user. */
  readonly userId: string
  /** The providers that the session is limited to; absent: every one but `mock`. */
  readonly providers?: readonly string[]
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Providers for tests: only a session that names them reaches to them. */
const onRequest: ReadonlySet<string> = new Set(['mock'])

/** Whether the session reaches to this provider. */
export function mayLink({ providers }: Session, provider: string): boolean {
  return providers ? providers.includes(provider) : !onRequest.has(provider)
}

export interface MintInput {
  readonly userId: string
  /** Limits the session to these providers. Default: every one of the catalogue but `mock`, which is for tests. */
  readonly providers?: readonly string[]
  /** Seconds. Default: 900; at most a day. */
  readonly expiresIn?: number
}

export interface SessionTokens {
  mint(input: MintInput): Promise<string>
  /** @throws ConnectError `session_invalid` or `session_expired`. */
  verify(token: string): Promise<Session>
}

const ALGORITHM = 'HS256'
const AUDIENCE = 'connect-account'
const DEFAULT_SECONDS = 900
const MAX_SECONDS = 86_400

const claimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1)),
  exp: v.number(),
  providers: v.exactOptional(v.array(v.string())),
})

/** Session tokens: JWTs (RFC 7519) signed with the host's secret, good for this handler only. */
export function createSessionTokens(secret: string, now: () => number): SessionTokens {
  const key = new TextEncoder().encode(secret)
  return {
    async mint({ userId, providers, expiresIn = DEFAULT_SECONDS }) {
      if (!userId) throw invalidSetting('mintSession: userId is empty.')
      if (!(expiresIn > 0 && expiresIn <= MAX_SECONDS)) {
        throw invalidSetting(`mintSession: expiresIn is not in 1…${MAX_SECONDS}.`)
      }
      const unknown = providers?.find((provider) => !providerCatalogue.some(({ id }) => id === provider))
      if (unknown !== undefined)
        throw invalidSetting(`mintSession: the catalogue has no provider "${unknown}".`)
      const seconds = Math.floor(now() / 1000)
      return new SignJWT(providers ? { providers: [...providers] } : {})
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(userId)
        .setAudience(AUDIENCE)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + Math.ceil(expiresIn))
        .sign(key)
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          audience: AUDIENCE,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now()),
        })
        const { sub, exp, providers } = v.parse(claimsSchema, payload)
        return { userId: sub, expiresAt: exp * 1000, ...(providers ? { providers } : {}) }
      } catch (cause) {
        throw new ConnectError(cause instanceof errors.JWTExpired ? 'session_expired' : 'session_invalid', {
          cause,
        })
      }
    },
  }
}
