import { rememberedToken, rememberToken } from './link-memory.ts'

/** Where the page is. */
export interface LinkAddress {
  /** Where the handler is mounted. */
  readonly base: string
  /** The link's token; absent where this tab has opened no link. */
  readonly token?: string
}

/**
 * Reads the page's own address: `{base}/links/{token}`, or `{base}/links/return` after a provider's consent
 * page, which must not be told the token: there the tab remembers it.
 */
export function readAddress(): LinkAddress {
  const [, base = '', last = ''] = /^(.*)\/links\/([^/]+)\/?$/.exec(window.location.pathname) ?? []
  if (last !== 'return') rememberToken(last)
  const token = last === 'return' ? rememberedToken() : last
  return { base, ...(token ? { token } : {}) }
}
