import { randomBytes } from 'node:crypto'

/** An id that cannot be guessed: 128 random bits, safe in a URL. */
export function randomId(): string {
  return randomBytes(16).toString('base64url')
}

/** Whether it could be one: what somebody typed may not even be text that a database takes. */
export function isRandomId(value: string): boolean {
  return /^[\w-]{22}$/.test(value)
}
