import { fetch } from 'undici'
import * as v from 'valibot'
import type { Runtime } from '../state/runtime.ts'
import { parseValue } from '../wire/request.ts'
import type { StartRequest } from '../wire/start-request.ts'
import { refusals } from '../wire/wire-error.ts'
import type { SignIn } from './provider.ts'
import { knownPersona } from './sign-in.ts'

const TIMEOUT_MS = 5000

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const tokensSchema = v.object({
  credentials: v.strictObject({
    access_token: text,
    refresh_token: text,
    /** Outlook's: whose tokens they are. */
    id: v.exactOptional(text),
    username: v.exactOptional(text),
  }),
})

export function hasTokens({ credentials }: StartRequest): boolean {
  return v.is(v.looseObject({ access_token: v.string() }), credentials)
}

/** Signs in with tokens of the caller's own OAuth client. Another user's id or name than the tokens' is refused. */
export async function tokenSignIn(
  { credentials }: StartRequest,
  runtime: Runtime,
  userId: (signInName: string) => string,
): Promise<SignIn> {
  const { access_token, id, username } = parseValue({ credentials }, tokensSchema).credentials
  const owner = await ownerOf(runtime, access_token)
  if (owner === undefined) throw refusals.invalidCredentials('The access token is not valid.')
  if (id !== undefined && id !== userId(owner)) throw refusals.invalidCredentials('id: another user.')
  if (username !== undefined && username !== owner) {
    throw refusals.invalidCredentials('username: another user.')
  }
  return { by: 'persona', persona: knownPersona(owner) }
}

/** Returns the sign-in name of an access token's user; `undefined` for a token that is not valid. */
export async function ownerOf(runtime: Runtime, accessToken: string): Promise<string | undefined> {
  const response = await fetch(`${runtime.ownUrl()}/oauth/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), runtime.closing]),
  })
  if (!response.ok) return undefined
  return v.parse(v.object({ email: v.string() }), await response.json()).email
}
