import {
  createOAuthClient,
  type OAuthClient,
  type OAuthClientContext,
  type OAuthClientSettings,
  type OAuthProvider,
} from './oauth-client.ts'

/** The host's clients by the catalogue's id of the provider. */
export interface OAuthClients {
  readonly google?: OAuthClientSettings
  readonly outlook?: OAuthClientSettings
}

const providers: Readonly<Record<keyof OAuthClients, OAuthProvider>> = {
  google: {
    issuer: 'https://accounts.google.com',
    scopes: [
      'https://www.googleapis.com/auth/gmail.modify',
      'https://www.googleapis.com/auth/gmail.send',
      'https://www.googleapis.com/auth/gmail.labels',
    ],
    // A user who consented before gets a refresh token only if asked again.
    parameters: { access_type: 'offline', prompt: 'consent' },
  },
  outlook: {
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    scopes: ['offline_access', 'User.Read', 'Mail.ReadWrite', 'Mail.Send'],
    parameters: { prompt: 'consent' },
  },
}

/** The providers that can have a client of the host's, in the order of the settings. */
export const oauthProviders = ['google', 'outlook'] as const satisfies readonly (keyof OAuthClients)[]

export function createOAuthClients(
  clients: OAuthClients,
  context: OAuthClientContext,
): ReadonlyMap<string, OAuthClient> {
  return new Map(
    oauthProviders.flatMap((id) => {
      const settings = clients[id]
      return settings ? [[id, createOAuthClient(settings, providers[id], context)] as const] : []
    }),
  )
}
