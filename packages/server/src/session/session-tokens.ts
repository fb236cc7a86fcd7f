import { providerCatalogue, testProviders } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import * as v from 'valibot'
import { invalidSetting } from '../invalid-setting.ts'
import type { SignedTokens } from '../tokens/signed-tokens.ts'
import { checkUserId } from './check-user-id.ts'

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

/** Tokens that prove to this handler which of the host's users sent a request. */
export function createSessionTokens(tokens: SignedTokens, now: () => number): SessionTokens {
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
      checkUserId('mintSession', userId)
      if (!(expiresIn > 0 && expiresIn <= MAX_SECONDS)) {
        throw invalidSetting(`mintSession: expiresIn is not in 1…${MAX_SECONDS}.`)
      }
      const unknown = providers?.find((provider) => !providerCatalogue.some(({ id }) => id === provider))
      if (unknown !== undefined)
        throw invalidSetting(`mintSession: the catalogue has no provider "${unknown}".`)
      return tokens.sign({
        sub: userId,
        exp: Math.floor(now() / 1000) + Math.ceil(expiresIn),
        ...(providers ? { providers: [...providers] } : {}),
        ...(link ? { link } : {}),
      })
    },
    async verify(token) {
      const known = verified.get(token)
      if (known && known.expiresAt > now()) return known
      const signed = await tokens.verify(token)
      if (signed === 'forged') throw new ConnectError('session_invalid')
      if (signed.isExpired) throw new ConnectError('session_expired')
      const read = v.safeParse(claimsSchema, signed.claims)
      if (!read.success) throw new ConnectError('session_invalid')
      const { sub, exp, providers, link } = read.output
      return keep(token, {
        userId: sub,
        expiresAt: exp * 1000,
        ...(providers ? { providers } : {}),
        ...(link ? { link } : {}),
      })
    },
  }
}
