import type { ConnectTransport, Intent } from '@connect-account/core'
import { CONSENT_RETURN_PARAMETER, RETURN_TOKEN_PARAMETER } from '@connect-account/core/internal'
import { confirmReturn } from './confirm-return.ts'

/** The return that the page's address had, until it is confirmed. It is kept in this page's memory only. */
let returned: { readonly intentId: string; readonly token: string } | undefined

/**
 * Takes the return out of the page's address, so that a reload or a bookmark does not repeat it.
 * @param cleanAddress The address without the intent.
 */
export function takeReturn(cleanAddress: URL): void {
  const { location, history } = window
  const query = new URLSearchParams(location.search)
  const intentId = query.get(CONSENT_RETURN_PARAMETER)
  const token = query.get(RETURN_TOKEN_PARAMETER)
  if (intentId && token) returned = { intentId, token }
  cleanAddress.searchParams.delete(RETURN_TOKEN_PARAMETER)
  try {
    history.replaceState(history.state, '', cleanAddress)
  } catch {
    // Some browsers refuse this in a sandboxed frame, or if it is called often. Then a reload repeats the
    // return.
  }
}

/** Reads the intent. If the address had its return, that is confirmed first. */
export async function readReturned(
  transport: ConnectTransport,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Intent> {
  if (returned?.intentId !== id) return transport.getIntent(id, signal)
  const intent = await confirmReturn(transport, id, returned.token, signal)
  returned = undefined
  return intent
}
