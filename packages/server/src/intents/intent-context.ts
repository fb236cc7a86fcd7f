import type { Logger } from '../settings/logger.ts'
import type { Timings } from '../settings/timings.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { IntentStore } from '../store/intent-store.ts'
import type { Upstream } from '../upstream/upstream.ts'

/** What every verb of an intent works with. */
export interface IntentContext {
  readonly intents: IntentStore
  readonly accounts: AccountStore
  readonly upstream: Upstream
  readonly timings: Timings
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}
