import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The hash of a secret that has full entropy, as it is stored: SHA-256, as hex. Without entropy to guess, no
 * slower hash is needed.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

/** Compares two secrets of any length in constant time. */
export function isSameSecret(one: string, other: string): boolean {
  return isSameHash(secretHash(one), secretHash(other))
}
