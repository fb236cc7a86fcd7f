/**
 * How a return from a consent page hands over its token. Only pages that a consent returns to need it, so it is no
 * part of the first paint.
 */

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
