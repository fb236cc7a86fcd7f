import type { ExtensionBrowser } from './browser.ts'

/** The page whose cookies are read. The extension needs the permission for `https://*.linkedin.com/*`. */
export const LINKEDIN_URL = 'https://www.linkedin.com/'

/** The session of the person who is signed in to LinkedIn in this browser. A secret: keep it in memory only. */
export interface LinkedInSession {
  /** The cookie `li_at`. */
  readonly access_token: string
  /** The cookie `li_a` of Recruiter and Sales Navigator. */
  readonly premium_access_token?: string
  /** LinkedIn ends a session that is used by another browser than its own. */
  readonly user_agent: string
}

/** Reads LinkedIn's two session cookies and no others. Returns `undefined` if nobody is signed in there. */
export async function readLinkedInSession(
  { cookies }: Pick<ExtensionBrowser, 'cookies'>,
  userAgent: string,
): Promise<LinkedInSession | undefined> {
  const [session, premium] = await Promise.all([
    cookies.get({ url: LINKEDIN_URL, name: 'li_at' }),
    cookies.get({ url: LINKEDIN_URL, name: 'li_a' }),
  ])
  if (!session?.value) return undefined
  return {
    access_token: session.value,
    ...(premium?.value && { premium_access_token: premium.value }),
    user_agent: userAgent,
  }
}
