/**
 * How the server's page that a consent page returns to notifies the page that waits for it. The message
 * proves nothing: the server shows an intent to its own user only.
 */

/** The parameter of `returnTo` that names the intent. */
export const CONSENT_RETURN_PARAMETER = 'connect_intent'

/** The BroadcastChannel on which a popup reports that the user is back. */
export const CONSENT_RETURN_CHANNEL = 'connect-account'

/** The message on that channel. */
export interface ConsentReturnMessage {
  readonly intentId: string
}

/** Whether a message of the channel reports the return of this intent. */
export function isConsentReturnOf(intentId: string, message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'intentId' in message && message.intentId === intentId
  )
}
