/**
 * How the server's page that a consent page returns to hands the proof of the return to the page that waits for
 * it. An account is linked only if that page's session belongs to the intent's user.
 */

/** The parameter of `returnTo` that names the intent. */
export const CONSENT_RETURN_PARAMETER = 'connect_intent'

/** The parameter of `returnTo` with the token that only the browser that consented gets. */
export const RETURN_TOKEN_PARAMETER = 'connect_return'

/** The BroadcastChannel on which a popup hands over the token. */
export const CONSENT_RETURN_CHANNEL = 'connect-account'

/** The popup's message on that channel. */
export interface ConsentReturnMessage {
  readonly intentId: string
  /** Absent if there is nothing to confirm. */
  readonly token?: string
}

/** The answer to it: without one, the popup goes on to `returnTo` itself. */
export interface ConsentReceivedMessage {
  readonly receivedFor: string
}

/** Reads a message that reports the return of this intent. */
export function readConsentReturn(intentId: string, message: unknown): ConsentReturnMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  if (!('intentId' in message) || message.intentId !== intentId) return undefined
  const token = 'token' in message && typeof message.token === 'string' ? message.token : undefined
  return { intentId, ...(token !== undefined && { token }) }
}
