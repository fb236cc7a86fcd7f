import type { PGlite } from '@electric-sql/pglite'
import type { MailLookup } from '../mail/index.ts'
import type { Logger } from './logger.ts'
import type { ChooseProxy } from './proxy-policy.ts'
import type { Timings } from './timings.ts'

/**
 * Where accounts and intents are kept: PostgreSQL by `url`; an embedded database in a `folder`; one in memory that starts
 * from a `snapshot`; or an embedded `client` that the caller opened, shares and closes.
 */
export type DatabaseSetting =
  | { readonly url: string }
  | { readonly folder: string }
  | { readonly snapshot: Blob }
  | { readonly client: PGlite }

/** What `createConnectHandler` takes. */
export interface ConnectSettings {
  /** Unipile's API key. It never leaves this process but to Unipile. */
  readonly apiKey: string
  /** Default: `https://api.unipile.com`. */
  readonly apiUrl?: string
  /** A `postgres://` URL, `memory://`, or a folder for the embedded database. */
  readonly database: string | DatabaseSetting
  /** Signs the session tokens (HS256): at least 32 characters, the same for every instance. */
  readonly sessionSecret: string
  /** Where the host mounts the handler. Default: `/connect`. */
  readonly basePath?: string
  /** The secret of the webhook endpoint registered at Unipile. Without it every webhook is refused. */
  readonly webhookSecret?: string
  /** Origins of front ends on another origin, e.g. `https://app.example.com`. Default: none, the same origin only. */
  readonly allowedOrigins?: readonly string[]
  /** Where browsers reach the host, e.g. `https://app.example.com`: the provider's consent page returns there. Needed for OAuth. */
  readonly publicUrl?: string
  /** Origins that a user may return to after a consent page. `publicUrl`'s own always is one. */
  readonly returnOrigins?: readonly string[]
  /** Chooses the proxy of each sign-in. Default: Unipile's choice. What it answers is never logged. */
  readonly proxy?: ChooseProxy
  /** What to do with a mailbox whose servers are published nowhere: let Unipile guess, or ask the user. Default: `upstream`. */
  readonly mailFallback?: 'upstream' | 'ask'
  /** Lets users name mail servers on private networks, and look-ups reach them. Default: false. */
  readonly allowPrivateMailHosts?: boolean
  /** Finds the servers of a mailbox in place of the built-in look-up. */
  readonly lookUpMail?: (email: string) => Promise<MailLookup>
  readonly timings?: Partial<Timings>
  /** Default: pino at `info`. */
  readonly logger?: Logger
  /** The clock, in epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
}
