import type { ConsentAddresses } from '../consent/consent-addresses.ts'
import type { ConsentStates } from '../consent/consent-state.ts'
import type { Intents } from '../intents/intents.ts'
import type { SessionTokens } from '../session/session-tokens.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { IntentStore } from '../store/intent-store.ts'
import type { LinkStore } from '../store/link-store.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { ReadLinkSettings } from './link-settings.ts'

/** What every operation on a link needs. */
export interface LinkContext {
  readonly links: LinkStore
  /** What `work` writes commits as one or not at all. */
  readonly inTransaction: <T>(work: (links: LinkStore) => Promise<T>) => Promise<T>
  readonly intentStore: IntentStore
  readonly intents: Pick<
    Intents,
    'handleWizardReturn' | 'confirmWizardReturn' | 'settleByState' | 'cancelForHost'
  >
  readonly accounts: AccountStore
  readonly upstream: Pick<Upstream, 'createWizardLink' | 'wizardTakes'>
  readonly addresses: ConsentAddresses
  /** Prove that a notification of the wizard's concerns an intent. */
  readonly wizardStates: ConsentStates
  readonly tokens: SessionTokens
  /** The hosted page; `undefined` if the host serves none. */
  readonly page: ReadLinkSettings | undefined
  /** Epoch milliseconds. */
  readonly now: () => number
}
