import * as v from 'valibot'
import { parseValue } from '../wire/parse-body.ts'
import { refusals } from '../wire/wire-error.ts'
import { knownPersona } from './known-persona.ts'
import type { SignIn, StartRequest } from './provider.ts'

const credentialsSchema = v.object({
  credentials: v.object({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  }),
})

/** The one password that is not right, for everybody. */
export const WRONG_PASSWORD = 'wrong'

/** Signs a persona in by `{username, password}`: any password but `wrong` is right. */
export function passwordSignIn({ credentials }: StartRequest): SignIn {
  const { username, password } = parseValue({ credentials }, credentialsSchema).credentials
  const persona = knownPersona(username)
  if (password === WRONG_PASSWORD) throw refusals.invalidCredentials('The password is not right.')
  return { by: 'persona', persona }
}
