import type { ClientProofs } from '../../consent/client-proofs.ts'
import type { ConsentAddresses } from '../../consent/consent-addresses.ts'
import type { ConsentStates } from '../../consent/consent-state.ts'
import type { OAuthClient } from '../../consent/oauth-client.ts'
import type { Logger } from '../../log/logger.ts'
import type { AccountStore } from '../../store/account-store.ts'
import type { ChangeFeed } from '../../store/change-feed.ts'
import type { IntentStore } from '../../store/intent-store.ts'
import type { LinkStore } from '../../store/link-store.ts'
import type { RefusedMethodStore } from '../../store/refused-method-store.ts'
import type { RemovalStore } from '../../store/removal-store.ts'
import type { Telemetry } from '../../telemetry/telemetry.ts'
import type { Timings } from '../../timings.ts'
import type { ChooseProviderOptions } from '../../upstream/provider-options.ts'
import type { AllowUserProxy, ChooseProxy } from '../../upstream/proxy-policy.ts'
import type { Upstream } from '../../upstream/upstream.ts'
import type { MailHosts } from '../mailbox/mail-hosts.ts'

/** What every operation on an intent needs. */
export interface IntentContext {
  readonly intents: IntentStore
  readonly accounts: AccountStore
  readonly links: LinkStore
  readonly removals: RemovalStore
  readonly refusedMethods: RefusedMethodStore
  readonly upstream: Upstream
  readonly mail: MailHosts
  readonly addresses: ConsentAddresses
  readonly states: ConsentStates
  /** The host's own OAuth clients, by the catalogue's id of the provider. */
  readonly oauthClients: ReadonlyMap<string, OAuthClient>
  readonly proofs: ClientProofs
  /** Whether a return from a consent page counts that names no account. */
  readonly allowUnboundConsent: boolean
  readonly proxy: ChooseProxy | undefined
  readonly providerOptions: ChooseProviderOptions | undefined
  readonly allowUserProxy: AllowUserProxy
  /** Whether signed webhooks can arrive, which alone prove what happened at a consent page. */
  readonly confirms: boolean
  /** Notifies when an instance has handed over awaited intents. */
  readonly waits: Pick<ChangeFeed, 'subscribe'>
  /** Notifies when there is an account to remove. */
  readonly removalFeed: Pick<ChangeFeed, 'subscribe'>
  readonly telemetry: Pick<Telemetry, 'inSpan' | 'waitsOpen'>
  readonly timings: Timings
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}
