import { createHash } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import type { RateLimitStore } from '../store/rate-limit-store.ts'
import { addressRange } from './address-range.ts'
import type { LimitedCall, RateLimit, RateLimits } from './rate-limit-settings.ts'
import { StoredLimiter } from './stored-limiter.ts'

/** Who calls. */
interface Caller {
  /** A user, or the holder of a hosted link. */
  readonly caller: string
  /** The client's address, if the host provides it. */
  readonly address: string | undefined
}

export interface RateLimiter {
  /**
   * Counts the call. @throws ConnectError `rate_limited`, with the seconds until the next call is allowed.
   */
  count(call: LimitedCall, caller: Caller): Promise<void>
}

/** Many users share an address: a household, an office, a mobile network. */
const USERS_PER_ADDRESS = 5

export interface RateLimiterSettings {
  readonly store: RateLimitStore
  /** `undefined`: nothing is limited. */
  readonly limits: RateLimits | undefined
  readonly logger: Logger
}

/** One for users, one for client addresses. */
interface CallLimiters {
  readonly users: RateLimiterAbstract
  readonly addresses: RateLimiterAbstract
}

/**
 * Limits all instances as one, except for reads. A caller over the limit is remembered in memory and costs no further
 * statement. If a count fails the call continues: a limit must not cause an outage, and the provider counts
 * failed sign-ins too.
 */
export function createRateLimiter({ store, limits, logger }: RateLimiterSettings): RateLimiter {
  if (!limits) return { count: async () => {} }

  const limitersOf = (call: LimitedCall, openLimiter: typeof openStored): CallLimiters => {
    const { points, seconds } = limits[call]
    return {
      users: openLimiter(`${call} user`, { points, seconds }),
      addresses: openLimiter(`${call} address`, { points: points * USERS_PER_ADDRESS, seconds }),
    }
  }
  const limiters = {
    start: limitersOf('start', openStored),
    solve: limitersOf('solve', openStored),
    resend: limitersOf('resend', openStored),
    change: limitersOf('change', openStored),
    link: limitersOf('link', openStored),
    // Counting in the database would cost as much as the read.
    read: limitersOf('read', openInMemory),
  }

  function openStored(keyPrefix: string, { points, seconds }: RateLimit): RateLimiterAbstract {
    return new StoredLimiter(store, {
      keyPrefix,
      points,
      duration: seconds,
      inMemoryBlockOnConsumed: points + 1,
    })
  }

  function openInMemory(keyPrefix: string, { points, seconds }: RateLimit): RateLimiterAbstract {
    return new RateLimiterMemory({ keyPrefix, points, duration: seconds })
  }

  /** @returns how long to wait, in milliseconds; 0 if the call is within the limit. */
  async function consume(limiter: RateLimiterAbstract, caller: string): Promise<number> {
    try {
      await limiter.consume(hash(caller))
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
      logger.warn({ err: errorForLog(refusal) }, 'Could not count a call against its limit')
      return 0
    }
  }

  return {
    async count(call, { caller, address }) {
      const { users, addresses } = limiters[call]
      const waits = await Promise.all([
        consume(users, caller),
        address ? consume(addresses, addressRange(address)) : 0,
      ])
      const wait = Math.max(...waits)
      if (wait > 0) throw new ConnectError('rate_limited', { retryAfter: Math.ceil(wait / 1000) })
    },
  }
}

/** Neither users nor addresses are stored in the table, and no key is too long for its index. */
function hash(caller: string): string {
  return createHash('sha256').update(caller).digest('base64url')
}
