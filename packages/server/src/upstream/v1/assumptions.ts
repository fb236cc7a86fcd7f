/**
 * Every choice of this driver where the public documentation of Unipile's API v1 leaves the wire open. Change
 * a choice here; no other file depends on it.
 */
import type { UpstreamAccount } from '../upstream.ts'
import type { CheckpointAnswer } from './v1-answers.ts'

/**
 * "An intent must be solved within 5 minutes": an older intent has expired, although no call says so. No call
 * returns a second QR code, so the first is assumed to live as long.
 */
export const INTENT_SECONDS = 300

/**
 * How long a QR code of this provider (in API v1's spelling) is shown, if less than `INTENT_SECONDS`. Telegram
 * asks some users for their two-step password after the scan, which no call reports, and its codes are
 * short-lived anyway: a code that was used must not stay for five minutes.
 */
export function qrSeconds(provider: string): number | undefined {
  return provider === 'TELEGRAM' ? 60 : undefined
}

/**
 * The guide says only that a start with a phone number is answered by "a checkpoint containing the pairing code":
 * neither its type nor the member is named. So a code in a checkpoint of a type that is not known is shown.
 */
export function pairingCode({ pairing_code, code }: CheckpointAnswer['checkpoint']): string | undefined {
  return pairing_code || code || undefined
}

/** The code that requests another method (documented; without another method it counts as a wrong code). */
export const ANOTHER_WAY_CODE = 'TRY_ANOTHER_WAY'

/**
 * API v1 holds no call and has no call for the state of a scan or an approval: the account is read instead.
 * Until the user has acted, it does not exist, is still connecting, or has no valid credentials. An account
 * to reconnect that never lost its session counts as reconnected at the first poll: it is the same user's,
 * and it works.
 */
export function isConnected(status: string): boolean {
  return status !== 'CONNECTING' && status !== 'CREDENTIALS'
}

/**
 * What is known of an account before it can be read: "account can take few seconds to be able to perform
 * requests". The link succeeded anyway.
 */
export function unreadAccount(id: string, provider: string): UpstreamAccount {
  return { id, provider, providerUserId: '', status: 'running' }
}

/**
 * No error is documented for an account that is linked already: v2's name and detail (the account's id), in
 * v1's form.
 */
export const ALREADY_EXISTS = 'errors/already_exists'

/**
 * The header that a webhook's secret travels in. API v1 signs nothing: the creator of the webhook names its
 * headers, and the documentation's own example is this one.
 */
export const SECRET_HEADER = 'unipile-auth'
