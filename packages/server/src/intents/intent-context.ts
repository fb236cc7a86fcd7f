import type { CallbackStates } from '../oauth/callback-state.ts'
import type { ConsentAddresses } from '../oauth/consent-addresses.ts'
import type { Logger } from '../settings/logger.ts'
import type { ChooseProxy } from '../settings/proxy-policy.ts'
import type { Timings } from '../settings/timings.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { IntentStore } from '../store/intent-store.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { MailHosts } from './mail/mail-hosts.ts'

/** What every verb of an intent works with. */
export interface IntentContext {
  readonly intents: IntentStore
  readonly accounts: AccountStore
  readonly upstream: Upstream
  readonly mail: MailHosts
  readonly addresses: ConsentAddresses
  readonly states: CallbackStates
  readonly proxy: ChooseProxy | undefined
  /** Whether signed webhooks can arrive, which alone prove what happened at a consent page. */
  readonly confirms: boolean
  readonly timings: Timings
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}
