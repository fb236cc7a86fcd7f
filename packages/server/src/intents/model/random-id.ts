import { randomFillSync } from 'node:crypto'

const BYTES = 16
/**
 * Filled for many ids at a time: the call for sixteen bytes costs more than all else of an id, and a start
 * needs four.
 */
const pool = Buffer.alloc(256 * BYTES)
let used = pool.length

/** An id that cannot be guessed: 128 random bits, safe in a URL. */
export function randomId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const id = pool.toString('base64url', used, used + BYTES)
  used += BYTES
  return id
}

/** Whether the text has the format of an id. Text from outside may not even be storable. */
export function isRandomId(value: string): boolean {
  return /^[\w-]{22}$/.test(value)
}
