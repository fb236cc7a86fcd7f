import * as v from 'valibot'
import { parseValue } from '../wire/request.ts'
import { numericId, type SandboxProvider } from './provider.ts'
import { cookieSignIn, passwordSignIn } from './sign-in.ts'

const cookieSchema = v.object({
  credentials: v.strictObject({ sessionid: v.pipe(v.string(), v.minLength(1)) }),
})

/** Takes `{username, password}`, or the session cookie as `{sessionid}`. */
export const instagram: SandboxProvider = {
  id: 'instagram',
  label: 'Instagram',
  groups: ['SOCIAL', 'MESSAGING'],
  start(request) {
    if (!('sessionid' in request.credentials)) return passwordSignIn(request)
    return cookieSignIn(parseValue(request, cookieSchema).credentials.sessionid)
  },
  userId: (signInName) => numericId(signInName, 11),
}
