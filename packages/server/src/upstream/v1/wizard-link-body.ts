import { callbackParameters } from '../assumptions.ts'
import type { WizardLinkInput } from '../upstream.ts'
import { disabledFeatures, NO_HISTORY } from './options-body.ts'
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
    ...wizardOptions(input),
  }
}

/** A link has one limit of each kind and one list of features, whatever its providers. */
function wizardOptions({ options = {} }: WizardLinkInput): object {
  const messaging = Object.values(options).find(({ syncLimit }) => syncLimit)?.syncLimit
  const limit = {
    ...(options.imap?.initialSync === false ? { MAILING: NO_HISTORY } : {}),
    ...(messaging ? { MESSAGING: messaging } : {}),
  }
  return {
    ...disabledFeatures(options.linkedin ?? {}),
    ...(Object.keys(limit).length > 0 ? { sync_limit: limit } : {}),
  }
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}
