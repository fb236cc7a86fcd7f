import type { MailRules } from '../mail/mail-server.ts'
import type { SandboxLogger, Timings } from '../options/options.ts'
import type { Store } from './store.ts'

/** What every part of one running sandbox shares. */
export interface Runtime {
  readonly store: Store
  readonly timings: Timings
  readonly apiKey: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: SandboxLogger
  readonly mail: MailRules
  /** Where the phone is found; known once a port is taken. */
  readonly publicUrl: () => string
  /** Where the sandbox reaches itself; known once a port is taken. */
  readonly ownUrl: () => string
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal
}
