import { headerCookies } from './cookies-in-headers.ts'
import { type LooseValue, parseLoosely } from './parse-loosely.ts'
import { domainOf, type PastedCookie } from './pasted-cookie.ts'
import { siteOfRequest } from './site-of-text.ts'

/**
 * The names of a cookie's parts in exports: of extensions and drivers, tough-cookie, Cookie Quick Manager.
 */
const nameKeys = ['name', 'key', 'Name', 'Name raw']
const valueKeys = ['value', 'Value', 'Content raw', 'content']
const placeKeys = ['domain', 'Domain', 'host', 'Host raw', 'host_key', 'url', 'URL']

/**
 * The cookies in JSON, or in the output of JavaScript or Python: lists of cookies (EditThisCookie,
 * Cookie-Editor, Puppeteer, Selenium), a storage state of Playwright, a HAR file, requests in code (`fetch`,
 * `requests`), objects of names and values.
 */
export function cookiesInData(text: string): PastedCookie[] {
  const site = siteOfRequest(text)
  return parseLoosely(text).flatMap((value) => cookiesOf(value, site))
}

function cookiesOf(value: LooseValue, around: string | undefined): PastedCookie[] {
  if (typeof value === 'string') return []
  if (!(value instanceof Map)) return value.flatMap((item) => cookiesOf(item, around))
  const name = textAt(value, nameKeys)
  const content = textAt(value, valueKeys)
  const own = domainOf(textAt(value, placeKeys) ?? '') ?? around
  if (name !== undefined && content !== undefined) {
    return headerCookies(name, content, own) ?? [{ name, value: content, domain: own }]
  }
  // An entry of a HAR file has the address in its request, and the cookies also in the response.
  const request = value.get('request')
  const domain = (request instanceof Map ? domainOf(textAt(request, ['url']) ?? '') : undefined) ?? own
  const parts = [...nameKeys, ...valueKeys, ...placeKeys]
  return [...value].flatMap(([key, member]) =>
    typeof member === 'string'
      ? (headerCookies(key, member, domain) ??
        (parts.includes(key) ? [] : [{ name: key, value: member, domain }]))
      : // Some exports have an object per domain.
        cookiesOf(member, domainOf(key) ?? domain),
  )
}

function textAt(object: ReadonlyMap<string, LooseValue>, keys: readonly string[]): string | undefined {
  return keys.map((key) => object.get(key)).find((value) => typeof value === 'string')
}
