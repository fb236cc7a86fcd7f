import { createHmac } from 'node:crypto'

export const SIGNATURE_HEADER = 'unipile-signature'

/** The signature of a raw body: `t=<unix seconds>,v0=<hex HMAC-SHA256 of "t.body">`. `now` in epoch milliseconds. */
export function signature(secret: string, body: string, now: number): string {
  const t = Math.floor(now / 1000)
  return `t=${t},v0=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
