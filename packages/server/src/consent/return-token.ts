import { createHash, timingSafeEqual } from 'node:crypto'

/** The hash of a return's token, as it is stored. The token has full entropy, so no slower hash is needed. */
export function returnTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
