import type { PGlite } from '@electric-sql/pglite'
import type { Logger } from './logger.ts'
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
  readonly timings?: Partial<Timings>
  /** Default: pino at `info`. */
  readonly logger?: Logger
  /** The clock, in epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
}
