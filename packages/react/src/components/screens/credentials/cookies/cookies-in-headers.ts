import { domainOf, type PastedCookie } from './pasted-cookie.ts'

/**
 * The cookies of a header; `undefined` if a header of this name has no cookies. `domain` is that of the
 * request.
 */
export function headerCookies(
  name: string,
  value: string,
  domain: string | undefined,
): PastedCookie[] | undefined {
  if (/^cookie$/i.test(name)) return pairsOf(value).map((pair) => ({ ...pair, domain }))
  if (!/^set-cookie$/i.test(name)) return undefined
  // RFC 6265, section 4.1: one cookie, then its attributes.
  const [cookie, ...attributes] = pairsOf(value)
  const own = attributes.find(({ name }) => /^domain$/i.test(name))?.value
  return cookie ? [{ ...cookie, domain: own === undefined ? domain : domainOf(own) }] : []
}

/** Reads `name=value; name=value`. A value may contain equals signs. */
function pairsOf(text: string): PastedCookie[] {
  return text.split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 1 ? [] : [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1) }]
  })
}
