import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Count, RateLimitStore } from '../store/rate-limit-store.ts'

interface StoredLimiterOptions {
  readonly keyPrefix: string
  /** As many calls pass in `duration` seconds. */
  readonly points: number
  readonly duration: number
  /** From this many on, no further call is counted. */
  readonly inMemoryBlockOnConsumed: number
}

/**
 * The library's limiter for PostgreSQL, which counts through our store: by itself it would send a statement
 * for each call, and the store sends one for all calls of a moment.
 */
export class StoredLimiter extends RateLimiterPostgres {
  readonly #store: RateLimitStore

  constructor(store: RateLimitStore, options: StoredLimiterOptions) {
    // Migrations make the table, and housekeeping empties it.
    super({
      ...options,
      storeClient: store,
      storeType: 'client',
      tableCreated: true,
      clearExpiredByTimeout: false,
    })
    this.#store = store
  }

  /** What the library's stores have to implement; it reads the result as one of PostgreSQL. */
  async _upsert(id: string, points: number, milliseconds: number): Promise<{ rows: [Count] }> {
    const now = Date.now()
    return { rows: [await this.#store.count({ id, points, expire: now + milliseconds, now })] }
  }
}
