import { callbackParameters } from '../assumptions.ts'
import type { WizardLinkInput } from '../upstream.ts'
import { hostedProvider } from './v1-providers.ts'

/** The query of the failure address: API v1 adds nothing to it. */
const FAILED = 'errors/authentication_failed'

/**
 * The body of `POST /hosted/accounts/link`. Both return addresses have the query of API v2's wizard, as far
 * as API v1 allows: `state`, and whether it failed.
 */
export function wizardLinkBody(input: WizardLinkInput, apiUrl: URL): object {
  const { providers, accountId, expiresOn, redirectUri, state, notifyUrl } = input
  const names = providers?.map(hostedProvider).filter((name) => name !== undefined)
  return {
    ...(accountId
      ? { type: 'reconnect', reconnect_account: accountId }
      : { type: 'create', providers: names ?? '*' }),
    api_url: apiUrl.href.replace(/\/$/, ''),
    expiresOn: expiresOn.toISOString(),
    name: state,
    success_redirect_url: withQuery(redirectUri, { state }),
    failure_redirect_url: withQuery(redirectUri, { state, [callbackParameters.errorType]: FAILED }),
    ...(notifyUrl ? { notify_url: notifyUrl } : {}),
  }
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}
