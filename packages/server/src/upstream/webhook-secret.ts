import { ConnectError } from '@connect-account/core/errors'

/** @throws ConnectError `webhook_invalid` if the host has set none. */
export function requireSecrets(webhookSecrets: readonly string[] = []): readonly string[] {
  if (webhookSecrets.length > 0) return webhookSecrets
  throw new ConnectError('webhook_invalid', { detail: 'The host has set no webhook secret (webhookSecret).' })
}
