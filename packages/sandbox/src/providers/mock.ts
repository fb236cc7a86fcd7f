import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { personaDomain } from '../persona/persona.ts'
import { parseValue } from '../wire/request.ts'
import { fingerprint, type SandboxProvider } from './provider.ts'
import { knownPersona } from './sign-in.ts'

const credentialsSchema = v.object({
  credentials: v.strictObject({
    username: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(320))),
  }),
})

/**
 * Takes `{}`, which links a new person at once or the owner of the account to reconnect, or a persona as
 * `{username}`.
 */
export const mock: SandboxProvider = {
  id: 'mock',
  label: 'Mock',
  groups: [],
  start({ credentials, account_id }, { store }) {
    const { username } = parseValue({ credentials }, credentialsSchema).credentials
    const owner = account_id === undefined ? undefined : store.account(account_id)?.signInName
    const newPersona = () => `plain.mock-${randomBytes(4).toString('hex')}@${personaDomain}`
    return { by: 'persona', persona: knownPersona(username ?? owner ?? newPersona()) }
  },
  userId: (signInName) => `mock_${fingerprint(signInName).toString('hex').slice(0, 20)}`,
}
