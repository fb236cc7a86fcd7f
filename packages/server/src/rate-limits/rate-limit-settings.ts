import { invalidSetting } from '../invalid-setting.ts'

/**
 * The calls that are limited: they reach Unipile, and through it the provider, write to the database, or use a hosted
 * link's token, which may be made up. Reads cost a statement each.
 */
const limitedCalls = ['start', 'solve', 'resend', 'change', 'link', 'read'] as const

/**
 * `resend` includes requesting a challenge or a fresh QR code; `start` includes creating a hosted link;
 * `change` is renaming, disconnecting, canceling an attempt, and revoking a hosted link; `link` is every use of one
 * hosted link's address; `read` is everything else, and is counted by each instance for itself.
 */
export type LimitedCall = (typeof limitedCalls)[number]

/** How many calls in how many seconds, from the first call. */
export interface RateLimit {
  readonly points: number
  readonly seconds: number
}

/** What a user may do. All the users behind one client address may together do five times as much. */
export type RateLimits = Readonly<Record<LimitedCall, RateLimit>>

/**
 * Where a request comes from. `peer` is the other end of the connection, as the adapter for Node.js knows it:
 * behind a proxy it is the proxy. A header such as `X-Forwarded-For` is set by the client, except for what
 * the host's own proxy has written.
 */
export type ClientAddress = (request: Request, peer: string | undefined) => string | undefined

const TEN_MINUTES = 600

const defaultRateLimits: RateLimits = {
  start: { points: 20, seconds: TEN_MINUTES },
  solve: { points: 30, seconds: TEN_MINUTES },
  resend: { points: 10, seconds: TEN_MINUTES },
  change: { points: 60, seconds: TEN_MINUTES },
  link: { points: 100, seconds: TEN_MINUTES },
  // A page that polls needs one in two seconds.
  read: { points: 6_000, seconds: TEN_MINUTES },
}

/** @throws ConnectError `invalid_setting`. */
export function readRateLimits(given: Partial<RateLimits> | false = {}): RateLimits | undefined {
  if (given === false) return undefined
  const limits = { ...defaultRateLimits, ...given }
  for (const call of limitedCalls) {
    const { points, seconds } = limits[call]
    if (!Number.isSafeInteger(points) || points < 1 || !(seconds > 0 && seconds <= 86_400)) {
      throw invalidSetting(
        `rateLimits.${call}: not a limit. Set points to a whole number from 1 and seconds to at most 86400, or rateLimits to false.`,
      )
    }
  }
  return limits
}
