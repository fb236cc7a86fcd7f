import * as v from 'valibot'
import { parseValue } from '../wire/request.ts'
import { refusals } from '../wire/wire-error.ts'
import { fingerprint, type SandboxProvider } from './provider.ts'
import { cookieSignIn, passwordSignIn } from './sign-in.ts'

const userAgent = v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(1024)))
const cookieSchema = v.object({
  credentials: v.strictObject({
    /** The cookie `li_at`. */
    access_token: v.pipe(v.string(), v.minLength(1)),
    /** The cookie `li_a` of Recruiter and Sales Navigator, which the sandbox ignores. */
    premium_access_token: v.exactOptional(v.string()),
    user_agent: userAgent,
  }),
  user_agent: userAgent,
})

/**
 * Takes `{username, password}`, or cookies with the user agent of their browser. Newer clients send the agent
 * inside `credentials`, older ones beside it.
 */
export const linkedin: SandboxProvider = {
  id: 'linkedin',
  label: 'LinkedIn',
  groups: ['SOCIAL', 'MESSAGING'],
  start(request) {
    if (!('access_token' in request.credentials)) return passwordSignIn(request)
    const { credentials, user_agent } = parseValue(request, cookieSchema)
    if (!(credentials.user_agent || user_agent)) {
      throw refusals.invalidParameters('user_agent: the user agent of the browser that the cookie came from.')
    }
    return cookieSignIn(credentials.access_token)
  },
  userId: (signInName) => `ACoAA${fingerprint(signInName).toString('base64url').slice(0, 34)}`,
}
