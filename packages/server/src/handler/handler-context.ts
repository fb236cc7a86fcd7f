import type { Intents } from '../intents/intents.ts'
import type { SessionTokens } from '../session/session-tokens.ts'
import type { Timings } from '../settings/timings.ts'
import type { IntentFeed } from '../store/intent-feed.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { WebhookContext } from '../webhooks/webhooks.ts'

/** What the routes work with. */
export interface HandlerContext extends WebhookContext {
  readonly tokens: SessionTokens
  readonly intents: Intents
  readonly upstream: Upstream
  readonly feed: IntentFeed
  readonly timings: Timings
  readonly webhookSecret: string | undefined
  /** Aborts when the handler closes. */
  readonly closing: AbortSignal
  readonly logError: (error: unknown) => void
}
