import { type OAuthClients, oauthProviders } from '../consent/oauth-providers.ts'
import { invalidSetting } from '../invalid-setting.ts'
import type { UpstreamApi } from '../upstream/create-upstream.ts'

/** @throws ConnectError `invalid_setting`. */
export function readOAuthClients(
  clients: OAuthClients,
  api: UpstreamApi,
  canUse: (url: URL) => boolean,
): OAuthClients {
  for (const id of oauthProviders) {
    const client = clients[id]
    if (!client) continue
    const name = `oauthClients.${id}`
    if (api !== 'v1') throw invalidSetting(`${name}: API v2 has OAuth clients of its own. Leave it out.`)
    if (!client.clientId) throw invalidSetting(`${name}.clientId: missing. Set the id of the client.`)
    if (!client.clientSecret)
      throw invalidSetting(`${name}.clientSecret: missing. Set the secret of the client.`)
    const { issuer } = client
    if (issuer !== undefined && !(URL.canParse(issuer) && canUse(new URL(issuer)))) {
      throw invalidSetting(`${name}.issuer: not an https URL. Set the issuer of the authorization server.`)
    }
  }
  return clients
}
