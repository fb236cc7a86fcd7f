import { randomBytes, randomInt } from 'node:crypto'

/** Returns an id in Unipile's format: `acc_…`, `app_…`, `evt_…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(13).toString('hex')}`
}

/** Returns an unguessable, URL-safe token. */
export function newToken(): string {
  return randomBytes(18).toString('base64url')
}

/** Returns six random digits. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}
