import { createHash } from 'node:crypto'
import { generateSync } from 'otplib'

/** How long the authenticator shows one code, in seconds (the default of RFC 6238). */
export const TOTP_PERIOD = 30

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Returns a person's TOTP secret in Base32. It never changes, so that a real authenticator app can keep it. */
export function authenticatorSecret(signInName: string): string {
  const digest = createHash('sha256').update(`authenticator:${signInName.trim().toLowerCase()}`).digest()
  return Array.from(digest, (byte) => BASE32.charAt(byte % 32)).join('')
}

/** Returns the code that the authenticator shows at `now` (epoch milliseconds), and how long it stays. */
export function authenticatorCode(signInName: string, now: number): { code: string; secondsLeft: number } {
  const epoch = Math.floor(now / 1000)
  return {
    code: generateSync({ secret: authenticatorSecret(signInName), epoch }),
    secondsLeft: TOTP_PERIOD - (epoch % TOTP_PERIOD),
  }
}
