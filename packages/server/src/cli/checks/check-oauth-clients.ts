import { ConnectError } from '@connect-account/core/errors'
import { CALLBACK_PATH } from '../../consent/consent-addresses.ts'
import type { OAuthClient } from '../../consent/oauth-client.ts'
import { createOAuthClients } from '../../consent/oauth-providers.ts'
import { type Environment, hostUrl } from '../environment.ts'
import { type Check, failed, passed, skipped } from './finding.ts'

const TIMEOUT_MS = 10_000

/** Whether Google and Microsoft accept the host's own OAuth clients, which API v1 needs for them. */
export const checkOAuthClients: Check = async (environment) => {
  const clients = createOAuthClients(environment.oauthClients, { timeoutMs: TIMEOUT_MS })
  if (environment.apiVersion !== 'v1') return skipped('API v2 has clients of its own.')
  if (clients.size === 0) {
    return skipped('GOOGLE_CLIENT_ID and OUTLOOK_CLIENT_ID are not set: neither provider is offered.')
  }
  const faults = await Promise.all([...clients].map(([id, client]) => faultOf(environment, id, client)))
  const [fault] = faults.filter((one) => one !== undefined)
  return fault
    ? failed(
        fault,
        'Compare the client id, the secret and the redirect address with the console of the provider.',
      )
    : passed(`${[...clients.keys()].join(' and ')}: accepted.`)
}

async function faultOf(
  environment: Environment,
  id: string,
  client: OAuthClient,
): Promise<string | undefined> {
  const redirectUri = hostUrl(environment, `${CALLBACK_PATH}/${id}`)
  if (!redirectUri) return `${id}: cannot be checked without PUBLIC_URL.`
  try {
    switch (await client.check(redirectUri)) {
      case 'accepted':
        return undefined
      case 'client_refused':
        return `${id}: the client id or its secret is refused.`
      case 'redirect_refused':
        return `${id}: ${redirectUri} is not registered as a redirect address.`
      case 'unknown':
        return `${id}: the provider does not say whether it accepts the client.`
    }
  } catch (error) {
    if (error instanceof ConnectError) return `${id}: the authorization server cannot be reached.`
    throw error
  }
}
