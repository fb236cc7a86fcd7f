import { ConnectError } from '@connect-account/core/errors'
import { isSameSecret } from '../../tokens/secret-hash.ts'

/**
 * Checks the secret, any of `secrets`, that a webhook of API v1 carries in a header, in constant time: that API
 * signs nothing, so the secret proves the sender, and not the body nor its age.
 * @throws ConnectError `webhook_invalid`.
 */
export function verifyHeaderSecret(secrets: readonly string[], name: string, given: string | null): void {
  if (given !== null && secrets.some((secret) => isSameSecret(given, secret))) return
  throw new ConnectError('webhook_invalid', {
    detail: `The header ${name} does not carry the webhook's secret.`,
  })
}
