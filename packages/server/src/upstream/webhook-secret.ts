import { ConnectError } from '@connect-account/core/errors'

/** @throws ConnectError `webhook_invalid` if the host has set none. */
export function requireSecret(webhookSecret: string | undefined): string {
  if (webhookSecret) return webhookSecret
  throw new ConnectError('webhook_invalid', { detail: 'The host has set no webhook secret (webhookSecret).' })
}
