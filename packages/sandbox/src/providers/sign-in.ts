import * as v from 'valibot'
import { isPersona, type Persona, parsePersona } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import { parseValue } from '../wire/request.ts'
import type { StartRequest } from '../wire/start-request.ts'
import { refusals } from '../wire/wire-error.ts'
import type { SignIn } from './provider.ts'

/** Returns the persona of a sign-in name. @throws WireError for an unknown name, as a provider would. */
export function knownPersona(signInName: string): Persona {
  const persona = parsePersona(signInName)
  if (isPersona(persona)) return persona
  throw refusals.invalidCredentials(persona.problem)
}

const passwordSchema = v.object({
  credentials: v.strictObject({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    /** LinkedIn's: the agent of the user's browser. */
    user_agent: v.exactOptional(v.pipe(v.string(), v.maxLength(1024))),
  }),
})

/** The only wrong password. */
export const WRONG_PASSWORD = 'wrong'

/** Signs in with `{username, password}`. Any password except `wrong` is right. */
export function passwordSignIn({ credentials }: StartRequest): SignIn {
  const { username, password } = parseValue({ credentials }, passwordSchema).credentials
  const persona = knownPersona(username)
  if (password === WRONG_PASSWORD) throw refusals.invalidCredentials('The password is wrong.')
  return { by: 'persona', persona }
}

/** The prefix of a cookie value whose session has ended. */
const EXPIRED = 'expired'

/**
 * Signs in with a session cookie whose value is the sign-in name, in any form that browser tools copy: plain,
 * URL-encoded or quoted. A value that starts with `expired` belongs to a session that has ended.
 */
export function cookieSignIn(value: string): SignIn {
  const signInName = unquoted(decoded(unquoted(value)))
  if (signInName.toLowerCase().startsWith(EXPIRED)) {
    throw refusals.invalidCredentials('The session that the cookie belongs to has ended.')
  }
  return { by: 'persona', persona: knownPersona(signInName) }
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const qrSchema = v.object({
  credentials: v.strictObject({
    qrcode: v.literal(true),
    /** Telegram's two-step password. */
    twofa: v.exactOptional(v.string()),
  }),
})

/** Shows a QR code for `{qrcode: true}`. */
export function qrSignIn({ credentials }: StartRequest): SignIn {
  parseValue({ credentials }, qrSchema)
  return { by: 'scan' }
}

const consentSchema = v.object({ oauth_callback_redirect_uri: v.string() })

/**
 * Sends the user to the consent pages. Without a `login_hint`, a reconnect suggests the name of the account's
 * owner.
 */
export function consentSignIn(request: StartRequest, { store }: Runtime): SignIn {
  const { oauth_callback_redirect_uri } = parseValue(request, consentSchema)
  const { account_id, login_hint } = request
  const owner = account_id === undefined ? undefined : store.account(account_id)?.signInName
  return { by: 'consent', redirectUri: oauth_callback_redirect_uri, loginHint: login_hint ?? owner }
}
