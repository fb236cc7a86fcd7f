import { CONSENT_RETURN_PARAMETER } from '@connect-account/core/internal'
import { type FlowName, hasRemembered, isRemembered } from '../browser/tab-memory.ts'

/** The longest address that a start may name. */
const MAX_LENGTH = 2048

/** This page's address, without a return that is over. */
function cleanAddress(): URL {
  const url = new URL(window.location.href)
  url.searchParams.delete(CONSENT_RETURN_PARAMETER)
  return url
}

/** Where to come back to: this page, without its query where that is too long. */
export function returnAddress(): string {
  const { href, origin, pathname } = cleanAddress()
  return href.length > MAX_LENGTH ? origin + pathname : href
}

/** This page's address where it goes on with this intent, on any device of the user's. */
export function addressOf(intentId: string): string {
  const url = cleanAddress()
  url.searchParams.set(CONSENT_RETURN_PARAMETER, intentId)
  return url.href
}

/**
 * The intent that the page's address names and that no other flow of this tab is in. It is no proof of anything: the server
 * shows an intent to its own user only. A flow of its own account finds its intent in the tab's memory: it takes no other's.
 */
export function returnedIntent(accountId: string | undefined): string | undefined {
  if (accountId !== undefined) return undefined
  const id = new URLSearchParams(globalThis.location?.search).get(CONSENT_RETURN_PARAMETER)
  return id && !isRemembered(id) ? id : undefined
}

/** Takes the return out of the page's address, so that a reload or a bookmark does not repeat it. */
export function forgetReturn(): void {
  const { location, history } = window
  if (!new URLSearchParams(location.search).has(CONSENT_RETURN_PARAMETER)) return
  try {
    history.replaceState(history.state, '', cleanAddress())
  } catch {
    // Some browsers refuse this in a sandboxed frame, or when it is called often. Then a reload repeats the return.
  }
}

/**
 * Whether this tab was in the middle of a flow before it was reloaded, its dialog closed, or it went to a provider's consent
 * page: open the flow again, and it resumes at the same checkpoint.
 *
 * Pass what tells the flow from others on the page (`accountId`, `providers`, `id`); what is left out may be anything, but a flow
 * that connects an account again is found by its `accountId` only.
 */
export function hasOpenIntent(name: FlowName = {}): boolean {
  return hasRemembered(name) || returnedIntent(name.accountId) !== undefined
}
