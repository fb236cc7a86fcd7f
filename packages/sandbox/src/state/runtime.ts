import type { MailRules } from '../mail/mail-server.ts'
import type { OAuthClient, SandboxLogger, Timings } from '../options/options.ts'
import type { EventList } from '../wire/enums.ts'
import type { Store } from './store.ts'

/** What all parts of a running sandbox share. */
export interface Runtime {
  readonly store: Store
  readonly timings: Timings
  readonly apiKey: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: SandboxLogger
  /** Which events an endpoint of API v2 may ask for. */
  readonly eventList: EventList
  /** The callers' own OAuth clients, by the provider's id. */
  readonly oauthClients: ReadonlyMap<string, OAuthClient>
  readonly mail: MailRules
  /** The address that users reach; known once the port is bound. */
  readonly publicUrl: () => string
  /** The address at which the sandbox reaches itself; known once the port is bound. */
  readonly ownUrl: () => string
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal
}
