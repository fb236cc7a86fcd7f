import type { ConnectCallbacks } from '../callbacks/connect-callbacks.ts'
import type { OAuthClients } from '../consent/oauth-providers.ts'
import type { EventSettings } from '../callbacks/event-settings.ts'
import type { LinkSettings } from '../hosted-links/link-settings.ts'
import type { StreamLimits } from '../http/open-streams.ts'
import type { Logger } from '../log/logger.ts'
import type { MailLookup } from '../mail-discovery/index.ts'
import type { NoticeSettings } from '../notices/notice-settings.ts'
import type { ClientAddress, RateLimits } from '../rate-limits/rate-limit-settings.ts'
import type { DatabaseSetting } from '../store/database-setting.ts'
import type { Timings } from '../timings.ts'
import type { UpstreamApi } from '../upstream/create-upstream.ts'
import type { ChooseProviderOptions } from '../upstream/provider-options.ts'
import type { AllowUserProxy, ChooseProxy } from '../upstream/proxy-policy.ts'

/** What `createConnectHandler` takes. */
export interface ConnectSettings {
  /** Unipile's API key. It is sent to Unipile only. */
  readonly apiKey: string
  /** Default: `https://api.unipile.com`. */
  readonly apiUrl?: string
  /**
   * Which of Unipile's APIs the application has. Under `v1`, `apiUrl` is required, the DSN's address, e.g.
   * `https://api1.unipile.com:13111`; Google and Outlook are offered with `oauthClients` only; and `webhookSecret`
   * is what the webhook sends in its header `Unipile-Auth`. Default: `v2`.
   */
  readonly upstreamApi?: UpstreamApi
  /** A `postgres://` URL, `memory://`, or a folder for the embedded database. */
  readonly database: string | DatabaseSetting
  /**
   * Signs the session tokens: at least 32 random characters, the same on every instance. To replace it, pass
   * the new one and then the old one: the first signs, all are accepted.
   */
  readonly sessionSecret: string | readonly string[]
  /** Where the host mounts the handler. Default: `/connect`. */
  readonly basePath?: string
  /**
   * The secret of the webhook endpoint registered at Unipile, or several while it is replaced: at least 16
   * characters, and 24 under API v1, where it is all that proves the sender. Without it every webhook is
   * refused.
   */
  readonly webhookSecret?: string | readonly string[]
  /**
   * Origins of front ends on another origin, e.g. `https://app.example.com`, and of browser extensions, e.g.
   * `chrome-extension://` with the extension's id. Default: none, the same origin only.
   */
  readonly allowedOrigins?: readonly string[]
  /**
   * Where browsers reach the host, e.g. `https://app.example.com`: the provider's consent page returns there.
   * Needed for OAuth.
   */
  readonly publicUrl?: string
  /**
   * Accepts an `apiUrl` and a `publicUrl` with plain http on other machines than this one: the API key and the
   * session tokens can then be read on the way. For development only. Default: false.
   */
  readonly allowHttp?: boolean
  /** Origins that a user may return to after a consent page. The origin of `publicUrl` is always allowed. */
  readonly returnOrigins?: readonly string[]
  /**
   * `allowUnbound` accepts a return from a consent page that names no account. Then a user who sends their own
   * consent address to somebody else can get that person's account linked to themselves. Only for an application
   * whose returns carry no `account_id`, and whose users you trust. Default: false.
   */
  readonly consent?: { readonly allowUnbound?: boolean }
  /**
   * API v1: your own OAuth clients at Google and Microsoft, by which users connect their mailboxes. Register
   * `{publicUrl}{basePath}/oauth/callback/google` (or `…/outlook`) as the redirect address. Tokens are given to
   * Unipile, and never stored or logged. Default: none, and neither provider is offered.
   */
  readonly oauthClients?: OAuthClients
  /** Chooses the proxy of each sign-in. Default: Unipile's choice. What it returns is never logged. */
  readonly proxy?: ChooseProxy
  /**
   * Chooses what each sign-in asks Unipile for: LinkedIn's products, OAuth scopes, how much is imported. Default:
   * Unipile's choice.
   */
  readonly providerOptions?: ChooseProviderOptions
  /**
   * Lets a user name a proxy of their own, used if `proxy` returns nothing. It must be on the open internet;
   * its password is never stored or logged. Default: false.
   */
  readonly allowUserProxy?: AllowUserProxy
  /**
   * What to do with a mailbox whose servers are published nowhere: let Unipile guess, or ask the user.
   * Default: `upstream`.
   */
  readonly mailFallback?: 'upstream' | 'ask'
  /** Lets users name mail servers on private networks, and lookups reach them. Default: false. */
  readonly allowPrivateMailHosts?: boolean
  /** Finds the servers of a mailbox instead of the built-in lookup. */
  readonly lookUpMail?: (email: string) => Promise<MailLookup>
  /** Callbacks for what happens to accounts. */
  readonly on?: Partial<ConnectCallbacks>
  /** Posts the same events to an address of yours, signed. Default: none are posted. */
  readonly events?: EventSettings
  /** Emails to owners whose account needs them to sign in again. Default: none are sent. */
  readonly notices?: NoticeSettings
  /** The hosted page that one-time links open. Without it, only links to Unipile's own wizard can be made. */
  readonly links?: LinkSettings
  /**
   * How often a user may start, answer, ask to send again and change something, and how often one hosted link may be
   * opened, counted over all instances. Default: `start` 20, `solve` 30, `resend` 10, `change` 60 and `link` 100 in ten
   * minutes; `false`: without limit.
   */
  readonly rateLimits?: Partial<RateLimits> | false
  /**
   * How many event streams may be open on one instance: `perUser` 20, whose oldest ends for a new one, and
   * `perInstance` 10 000, after which browsers poll.
   */
  readonly streamLimits?: Partial<StreamLimits>
  /**
   * Where a request comes from, so that an address is limited too, at five times a user's limits. Default:
   * not known, and not limited. Facing the internet it is `(_, peer) => peer`; behind a proxy, what that
   * proxy writes into a header.
   */
  readonly clientAddress?: ClientAddress
  /**
   * Serves the handler's numbers at `GET {base}/metrics`, for Prometheus, to callers that send `token` as a
   * bearer token. Default: not served.
   */
  readonly metrics?: { readonly token: string }
  /** How long things take and last. Default: see each. */
  readonly timings?: Partial<Timings>
  /** Default: pino at `info`. */
  readonly logger?: Logger
  /** The clock, in epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
}
