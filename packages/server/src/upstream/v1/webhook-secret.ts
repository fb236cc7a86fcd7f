import { createHash, timingSafeEqual } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'

/**
 * Checks the secret, any of `secrets`, that a webhook of API v1 carries in a header, in constant time: that API signs nothing,
 * so the secret proves the sender, and not the body nor its age.
 * @throws ConnectError `webhook_invalid`.
 */
export function verifyHeaderSecret(secrets: readonly string[], name: string, given: string | null): void {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (given !== null && secrets.some((secret) => timingSafeEqual(digest(given), digest(secret)))) return
  throw new ConnectError('webhook_invalid', {
    detail: `The header ${name} does not carry the webhook's secret.`,
  })
}
