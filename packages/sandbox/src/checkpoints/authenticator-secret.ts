import { createHash } from 'node:crypto'
import { generateSync } from 'otplib'

/** Seconds that one code of the authenticator is shown (RFC 6238's default). */
export const TOTP_PERIOD = 30

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The TOTP secret of a person, in Base32: always the same one, so that an authenticator app can keep it. */
export function authenticatorSecret(signInName: string): string {
  const digest = createHash('sha256').update(`authenticator:${signInName.trim().toLowerCase()}`).digest()
  return Array.from(digest, (byte) => BASE32.charAt(byte % 32)).join('')
}

/** What the authenticator shows at `now` (epoch milliseconds), and for how many more seconds. */
export function authenticatorCode(signInName: string, now: number): { code: string; secondsLeft: number } {
  const epoch = Math.floor(now / 1000)
  return {
    code: generateSync({ secret: authenticatorSecret(signInName), epoch }),
    secondsLeft: TOTP_PERIOD - (epoch % TOTP_PERIOD),
  }
}
