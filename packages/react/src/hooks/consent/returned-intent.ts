import type { ConnectTransport, Intent } from '@connect-account/core'
import { CONSENT_RETURN_PARAMETER, RETURN_TOKEN_PARAMETER } from '@connect-account/core/internal'
import { type FlowName, hasRemembered, isRemembered } from '../browser/tab-memory.ts'

/** The longest return address that a start accepts. */
const MAX_LENGTH = 2048

/** The return that the page's address had, until it is confirmed. */
let returned: { readonly intentId: string; readonly token: string } | undefined

/** This page's address, without the parameters of an earlier return. */
function cleanAddress(): URL {
  const url = new URL(window.location.href)
  url.searchParams.delete(CONSENT_RETURN_PARAMETER)
  url.searchParams.delete(RETURN_TOKEN_PARAMETER)
  return url
}

/** The return address: this page, without its query if that makes it too long. */
export function returnAddress(): string {
  const { href, origin, pathname } = cleanAddress()
  return href.length > MAX_LENGTH ? origin + pathname : href
}

/** The address of this page that continues with this intent, on any device of the user. */
export function addressOf(intentId: string): string {
  const url = cleanAddress()
  url.searchParams.set(CONSENT_RETURN_PARAMETER, intentId)
  return url.href
}

/**
 * The intent that the page's address names and that no other flow of this tab is in. The address proves
 * nothing: the server shows an intent to its own user only. A flow that reconnects an account ignores the
 * address, because it finds its intent in the tab's memory.
 */
export function returnedIntent({ accountId, userKey }: FlowName): string | undefined {
  if (accountId !== undefined) return undefined
  const id = new URLSearchParams(globalThis.location?.search).get(CONSENT_RETURN_PARAMETER)
  return id && !isRemembered(id, { userKey }) ? id : undefined
}

/**
 * Removes the return from the page's address, so that a reload or a bookmark does not repeat it. Its token is kept
 * in this page's memory only.
 */
export function forgetReturn(): void {
  const { location, history } = window
  const query = new URLSearchParams(location.search)
  const intentId = query.get(CONSENT_RETURN_PARAMETER)
  if (!intentId) return
  const token = query.get(RETURN_TOKEN_PARAMETER)
  if (token) returned = { intentId, token }
  try {
    history.replaceState(history.state, '', cleanAddress())
  } catch {
    // Some browsers refuse this in a sandboxed frame, or if it is called often. Then a reload repeats the
    // return.
  }
}

/** Reads the intent. If this page's address had its return, that is confirmed first. */
export async function readReturned(
  transport: ConnectTransport,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Intent> {
  if (returned?.intentId !== id) return transport.getIntent(id, signal)
  const intent = await transport.confirmReturn(id, returned.token, signal)
  returned = undefined
  return intent
}

/**
 * Whether this tab has an open intent from before a reload, a closed dialog or a provider's consent page. If
 * so, open the flow again: it resumes at the same checkpoint.
 *
 * Pass what distinguishes the flow from others on the page (`accountId`, `providers`, `id`), and the `userKey`
 * if the flow has one, so that another user's flow does not open. Omitted parts match everything, but a flow that reconnects an account is found by its `accountId` only.
 */
export function hasOpenIntent(name: FlowName = {}): boolean {
  return hasRemembered(name) || returnedIntent(name) !== undefined
}
