/** A cookie as it was pasted. */
export interface PastedCookie {
  readonly name: string
  readonly value: string
  /** The domain, if the format has one. */
  readonly domain?: string | undefined
}

/** A domain name or the start of an address. Nothing else counts as a domain. */
const domainName = /^(?:https?:\/\/)?\.?((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?:[:/]|$)/i

/**
 * The domain of a cell, an attribute or an address, without `www.` and the leading dot; `undefined` if it has
 * none.
 */
export function domainOf(text: string): string | undefined {
  return domainName
    .exec(text.trim())?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '')
}
