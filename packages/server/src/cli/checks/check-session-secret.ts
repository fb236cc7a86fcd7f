import { MIN_SECRET } from '../../settings/read-settings.ts'
import { type Check, failed, passed } from './finding.ts'

/** Whether session tokens cannot be guessed. */
export const checkSessionSecret: Check = async ({ sessionSecret }) => {
  const remedy = `Set SESSION_SECRET to at least ${MIN_SECRET} random characters, e.g. by: openssl rand -base64 48`
  if (!sessionSecret) return failed('SESSION_SECRET is not set.', remedy)
  if (sessionSecret.length < MIN_SECRET) return failed(`only ${sessionSecret.length} characters.`, remedy)
  if (new Set(sessionSecret).size < 10) return failed('the same few characters over and over.', remedy)
  return passed('long enough.')
}
