import { createHmac, timingSafeEqual } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'

/** Unipile's signature header: `t=<unix seconds>,v0=<hex>` (wire page, "Webhooks"). */
export const SIGNATURE_HEADER = 'unipile-signature'

/** How far the two clocks may differ, in seconds. */
const TOLERANCE = 300

/**
 * Checks that Unipile sent exactly these bytes, just now: hex = HMAC-SHA256(secret, `<t>.<raw body>`) with
 * any of `secrets`, compared in constant time.
 * @throws ConnectError `webhook_invalid`.
 */
export function verifySignature(
  secrets: readonly string[],
  header: string | null,
  body: Uint8Array,
  now: number,
): void {
  const match = /^t=(\d{1,12}),v0=([0-9a-f]{64})$/i.exec(header?.replaceAll(' ', '') ?? '')
  const [, time = '', signature = ''] = match ?? []
  if (!match)
    throw new ConnectError('webhook_invalid', {
      detail: `The header ${SIGNATURE_HEADER} is missing or malformed.`,
    })
  if (Math.abs(now / 1000 - Number(time)) > TOLERANCE) {
    throw new ConnectError('webhook_invalid', { detail: 'The signature is too old, or a clock is wrong.' })
  }
  const given = Buffer.from(signature, 'hex')
  const isSignedWith = (secret: string) =>
    timingSafeEqual(createHmac('sha256', secret).update(`${time}.`).update(body).digest(), given)
  if (!secrets.some(isSignedWith)) {
    throw new ConnectError('webhook_invalid', { detail: 'The signature does not match.' })
  }
}
