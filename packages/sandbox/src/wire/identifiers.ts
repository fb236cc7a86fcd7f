import { randomBytes, randomInt } from 'node:crypto'

/** An id as Unipile forms them: `acc_…`, `app_…`, `evt_…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(13).toString('hex')}`
}

/** A token that cannot be guessed, fit for a URL. */
export function newToken(): string {
  return randomBytes(18).toString('base64url')
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}
