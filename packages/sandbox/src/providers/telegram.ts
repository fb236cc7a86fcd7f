import * as v from 'valibot'
import { parseValue } from '../wire/request.ts'
import { numericId, type SandboxProvider } from './provider.ts'
import { qrSignIn, WRONG_PASSWORD } from './sign-in.ts'

const credentialsSchema = v.object({
  credentials: v.object({ twofa: v.exactOptional(v.pipe(v.string(), v.maxLength(1024))) }),
})

/** `twofa` is the two-step password. If it is right, a later `twofa` step passes by itself. */
export const telegram: SandboxProvider = {
  id: 'telegram',
  label: 'Telegram',
  groups: ['MESSAGING'],
  start(request) {
    const { twofa = '' } = parseValue({ credentials: request.credentials }, credentialsSchema).credentials
    return { ...qrSignIn(request), twoStepPassed: twofa !== '' && twofa !== WRONG_PASSWORD }
  },
  userId: (signInName) => numericId(signInName, 10),
}
