import * as v from 'valibot'
import { isPersona, type Persona, parsePersona } from '../persona.ts'
import { parseValue } from '../wire/parse-body.ts'
import { WireError } from '../wire/wire-error.ts'

const credentialsSchema = v.object({
  credentials: v.object({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  }),
})

/** The one password that is not right, for everybody. */
const WRONG_PASSWORD = 'wrong'

/** Signs a persona in by `{username, password}`: any password but `wrong` is right. */
export function passwordSignIn(credentials: Record<string, unknown>): Persona {
  const { username, password } = parseValue({ credentials }, credentialsSchema).credentials
  const persona = parsePersona(username)
  if (!isPersona(persona)) throw invalidCredentials(persona.problem)
  if (password === WRONG_PASSWORD) throw invalidCredentials('The password is not right.')
  return persona
}

function invalidCredentials(detail: string): WireError {
  return new WireError({
    status: 401,
    type: 'provider/invalid_credentials',
    title: 'The provider refused the sign-in',
    detail,
  })
}
