import { keepInHistory, readHistory } from './history-state.ts'
import { rememberedToken, rememberToken } from './link-memory.ts'

export interface LinkAddress {
  /** The path at which the handler is mounted. */
  readonly base: string
  /** The link's token. Absent if this tab opened no link. */
  readonly token?: string
}

/**
 * Takes the token out of the address bar: `{base}/links/{token}` becomes `{base}/links/return`, where a provider's
 * consent page returns too. From then on only this tab's storage and its history entry have the token, so that neither
 * a script, a bookmark, a screenshot nor a copied address carries it. A reload and the Back button find it there.
 */
export function takeAddress(): LinkAddress {
  const { pathname } = window.location
  const [, base = '', last = ''] = /^(.*)\/links\/([^/]+)\/?$/.exec(pathname) ?? []
  if (last === 'return') {
    const token = readHistory().token ?? rememberedToken()
    if (token) rememberToken(token)
    return { base, ...(token ? { token } : {}) }
  }
  rememberToken(last)
  keepInHistory({ token: last }, `${base}/links/return`)
  return { base, token: last }
}
