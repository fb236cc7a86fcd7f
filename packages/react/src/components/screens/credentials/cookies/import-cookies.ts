import type { Field } from '@connect-account/core'
import { enCookies } from '../../../../locales/en-cookies.ts'
import { readCookies } from './read-cookies.ts'

/**
 * The credentials in what was pasted into a field of cookies, or what is wrong with it in the user's words, which never repeat
 * a value. `translate` puts the host's words in place of the English ones.
 */
export function importCookies(
  pasted: string,
  { cookies: wanted = [], domain: site = '' }: Field,
  translate: (words: typeof enCookies) => typeof enCookies,
): Record<string, string> | string {
  const { cookies: words } = translate(enCookies)
  const found = readCookies(pasted, wanted, site)
  if ('unreadable' in found) return words.unreadable(site, found.unreadable)
  if ('missing' in found) return words.missing(site, found.missing)
  if ('foreign' in found) return words.foreign(site, found.foreign)
  // A session moves with the agent of the browser that it was opened in.
  return { ...found.values, user_agent: navigator.userAgent }
}
