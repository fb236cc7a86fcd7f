import type { Provider } from '@connect-account/core'
import { enCookies } from '../../locales/en-cookies.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { readCookies, type WantedCookie } from './read-cookies.ts'

/** Every provider that takes cookies has its site under its own name. */
const siteOf = ({ id }: Provider) => `${id}.com`

/** The credentials in what was pasted, or what is wrong with it in the user's words, which never repeat a value. */
export function importCookies(
  pasted: string,
  wanted: readonly WantedCookie[],
  provider: Provider,
  ownMessages: DeepPartial<Messages> | undefined,
): Record<string, string> | string {
  const { cookies: words } = mergeMessages(enCookies, ownMessages)
  const site = siteOf(provider)
  const found = readCookies(pasted, wanted, site)
  if ('missing' in found) return words.missing(site, found.missing)
  if ('foreign' in found) return words.foreign(site, found.foreign)
  // A session moves with the agent of the browser that it was opened in.
  return { ...found.values, user_agent: navigator.userAgent }
}
