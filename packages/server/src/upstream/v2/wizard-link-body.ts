import { upstreamProvider } from '../assumptions.ts'
import type { WizardLinkInput } from '../upstream.ts'

/** The body of `POST /v2/auth/link` (wire page, "Hosted link"). */
export function wizardLinkBody(input: WizardLinkInput): object {
  const { providers, accountId, expiresOn, redirectUri, state, allowMethods, loginHint, waitInitialSync } =
    input
  const names = providers?.map(upstreamProvider)
  const methods = allowMethods ? { allow_methods: allowMethods } : undefined
  const global = {
    ...(loginHint ? { login_hint: loginHint } : {}),
    ...(waitInitialSync === undefined ? {} : { wait_initial_sync: waitInitialSync }),
  }
  const config = {
    // Only a provider that has cookies has a choice.
    ...(methods ? { linkedin: methods, instagram: methods } : {}),
    ...(Object.keys(global).length > 0 ? { global } : {}),
  }
  return {
    ...(accountId ? { account_id: accountId } : { providers: names ?? '*' }),
    expires_on: expiresOn.toISOString(),
    redirect_uri: redirectUri,
    state,
    ...(Object.keys(config).length > 0 ? { config } : {}),
  }
}
