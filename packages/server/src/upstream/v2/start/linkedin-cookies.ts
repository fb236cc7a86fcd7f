import type { StartPart } from './start-part.ts'

/**
 * LinkedIn's session cookies with the agent of the browser that they came from, which the newest client types have inside
 * `credentials` and older ones beside (wire page, "Starting an intent").
 */
export const linkedinCookies: StartPart = ({ form: { user_agent: typed, ...cookies }, userAgent }) => {
  const agent = typed || userAgent
  const told = agent ? { user_agent: agent } : {}
  return { credentials: { ...cookies, ...told }, ...told }
}
