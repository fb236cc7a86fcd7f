import type { StartPart } from './start-part.ts'

/** Instagram's session cookie; it takes no browser's agent. */
export const instagramCookies: StartPart = ({ form: { user_agent: _, ...cookies } }) => ({
  credentials: cookies,
})
