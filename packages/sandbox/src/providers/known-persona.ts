import { isPersona, type Persona, parsePersona } from '../persona/persona.ts'
import { refusals } from '../wire/wire-error.ts'

/** The persona of a sign-in name, which the provider refuses as it refuses anybody that it does not know. */
export function knownPersona(signInName: string): Persona {
  const persona = parsePersona(signInName)
  if (isPersona(persona)) return persona
  throw refusals.invalidCredentials(persona.problem)
}
