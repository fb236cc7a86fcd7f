import type { LinkContext } from '../hosted-links/link-context.ts'
import type { ReadLinkSettings } from '../hosted-links/link-settings.ts'
import type { PageFiles } from '../hosted-links/page-files.ts'
import type { HostProduct } from '../http/host-product.ts'
import type { OpenStreams } from '../http/open-streams.ts'
import type { SharedStates } from '../http/shared-states.ts'
import type { Intents } from '../intents/intents.ts'
import type { Logger } from '../log/logger.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import type { SessionTokens } from '../session/session-tokens.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { Database } from '../store/database.ts'
import type { Feeds } from '../store/feeds.ts'
import type { TargetsOf } from '../store/outbox-store.ts'
import type { RefusedMethodStore } from '../store/refused-method-store.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Timings } from '../timings.ts'
import type { AllowUserProxy } from '../upstream/proxy-policy.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { Inbox } from '../webhooks/inbox.ts'
import type { Readiness } from './readiness.ts'

/** The hosted page and how it is served. */
export interface HostedPage {
  readonly files: PageFiles
  readonly settings: ReadLinkSettings
}

/** The page that Prometheus fetches. */
export interface MetricsPage {
  /** The bearer token of the page's readers. */
  readonly token: string
  readonly text: () => Promise<string>
}

/** What the routes need. */
export interface HandlerContext {
  readonly accounts: AccountStore
  readonly inbox: Inbox
  readonly database: Pick<Database, 'transaction'>
  /** Where the host is told of events. */
  readonly targetsOf: TargetsOf
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tokens: SessionTokens
  readonly intents: Intents
  readonly links: LinkContext
  /** The hosted page; `undefined` if the host serves none. */
  readonly hostedPage: HostedPage | undefined
  readonly product: HostProduct
  /** The origins, besides the handler's own, whose pages may show a captcha's frame. */
  readonly captchaAncestors: readonly string[]
  readonly upstream: Upstream
  readonly refusedMethods: RefusedMethodStore
  readonly allowUserProxy: AllowUserProxy
  readonly feeds: Feeds
  readonly rateLimiter: RateLimiter
  readonly telemetry: Telemetry
  readonly logger: Logger
  readonly readiness: () => Promise<Readiness>
  /** `undefined` if the host has not set it. */
  readonly metricsPage: MetricsPage | undefined
  readonly basePath: string
  readonly timings: Timings
  readonly streams: OpenStreams
  readonly states: SharedStates
  /** Aborts when the handler closes. */
  readonly closing: AbortSignal
  readonly logError: (error: unknown, requestId?: string) => void
}
