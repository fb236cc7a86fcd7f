import { MIN_SECRET, weaknessOf } from '../../settings/secret-strength.ts'
import { type Check, failed, passed } from './finding.ts'

/** Whether session tokens cannot be guessed. */
export const checkSessionSecret: Check = async ({ sessionSecret }) => {
  const remedy = `Set SESSION_SECRET to at least ${MIN_SECRET} random characters, e.g. by: openssl rand -base64 48`
  if (!sessionSecret) return failed('SESSION_SECRET is not set.', remedy)
  const weakness = weaknessOf(sessionSecret)
  return weakness
    ? failed(`${weakness}.`, remedy)
    : passed('long enough. Use it for nothing else: every purpose needs its own.')
}
