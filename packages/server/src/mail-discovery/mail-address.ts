import { toHostname } from './hostname.ts'

/** An email address that can be looked up. */
export interface MailAddress {
  readonly local: string
  /** In ASCII: an internationalized domain as its Punycode. */
  readonly domain: string
  readonly whole: string
}

// A dot-atom of RFC 5321 and RFC 6531: quoted local parts are not looked up. `\p{C}` covers control
// characters and lone surrogates.
const localPattern = /^[^\p{C}\p{Z}"(),:;<>@[\\\]]{1,64}$/u

// RFC 5321, section 4.5.3.1.3, without the angle brackets.
const longestAddress = 254

/** Reads an address; `undefined` if it is not one, or its domain is an IP literal or a single label. */
export function readMailAddress(text: string): MailAddress | undefined {
  if (text.length > longestAddress) return undefined
  const at = text.lastIndexOf('@')
  if (at < 0) return undefined
  const local = text.slice(0, at)
  const domain = toHostname(text.slice(at + 1))
  if (domain === undefined || !localPattern.test(local)) return undefined
  return { local, domain, whole: `${local}@${domain}` }
}
