/** The parameter of `returnTo` that names the intent that comes back from a consent page. */
export const CONSENT_RETURN_PARAMETER = 'connect_intent'
