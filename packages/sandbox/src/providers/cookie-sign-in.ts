import { refusals } from '../wire/wire-error.ts'
import { knownPersona } from './known-persona.ts'
import type { SignIn } from './provider.ts'

/** How the value of a cookie begins whose session has ended. */
const EXPIRED = 'expired'

/**
 * Signs a persona in by the value of a session cookie, which is the sign-in name, in any form that a browser's tools copy it
 * in: as it is, url-encoded, in quotes. A value that begins with `expired` belongs to a session that has ended.
 */
export function cookieSignIn(value: string): SignIn {
  const signInName = unquoted(decoded(unquoted(value)))
  if (signInName.toLowerCase().startsWith(EXPIRED)) {
    throw refusals.invalidCredentials('The session that the cookie belongs to has ended.')
  }
  return { by: 'persona', persona: knownPersona(signInName) }
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/s, '$1')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
