import { rememberedToken, rememberToken } from './link-memory.ts'

export interface LinkAddress {
  /** The path at which the handler is mounted. */
  readonly base: string
  /** The link's token. Absent if this tab opened no link. */
  readonly token?: string
}

/**
 * Reads the address of the page: `{base}/links/{token}`, or `{base}/links/return` after a provider's consent
 * page. The provider must not see the token, so the tab's storage keeps it.
 */
export function readAddress(): LinkAddress {
  const [, base = '', last = ''] = /^(.*)\/links\/([^/]+)\/?$/.exec(window.location.pathname) ?? []
  if (last !== 'return') rememberToken(last)
  const token = last === 'return' ? rememberedToken() : last
  return { base, ...(token ? { token } : {}) }
}
