import type { Field } from '@connect-account/core'
import { enCookies } from '../../../../locales/en-cookies.ts'
import { readCookies } from './read-cookies.ts'

/**
 * Returns the credentials in pasted cookies, or an error text for the user that never repeats a value.
 * @param translate Replaces English messages with the host's.
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
  // The provider ties a session to the user agent of the browser that opened it.
  return { ...found.values, user_agent: navigator.userAgent }
}
