import { createHash, timingSafeEqual } from 'node:crypto'

/** The hash of a return's token, as it is stored. The token has full entropy, so no slower hash is needed. */
export function returnTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether this is the token with that hash, in constant time. */
export function isReturnToken(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(returnTokenHash(token)), Buffer.from(hash))
}
