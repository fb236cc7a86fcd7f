import type { StartPart } from './start-part.ts'

/** The provider's own consent page (Google, Microsoft): there are no credentials, only where to come back to. */
export const consent: StartPart = ({ callbackUrl, loginHint }) => ({
  ...(callbackUrl ? { oauth_callback_redirect_uri: callbackUrl } : {}),
  ...(loginHint ? { login_hint: loginHint } : {}),
})
