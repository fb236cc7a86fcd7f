import type { ConnectTransport, IntentMemory, Outcome, OutcomeOf } from '@connect-account/core'

/** Why the flow ended, as a closed set. */
export type EndReason = Outcome['type']

/** What a callback learns beside the outcome. */
export interface EndDetails {
  readonly reason: EndReason
  /** The provider's id; absent when the user left before choosing one. */
  readonly provider?: string
  /** The intent's id; absent when the user left before one was started. */
  readonly intentId?: string
}

interface CommonOptions {
  /** Offer only these providers, in this order; the session's own list still rules. */
  readonly providers?: readonly string[]
  /** Connect this account again instead of linking a new one. */
  readonly accountId?: string
  /** Resume this intent. By default the one that this tab was in before a reload, or that the page's `connect_intent` names. */
  readonly intentId?: string
  /**
   * How a provider's consent page is shown. A popup keeps your page; where the browser blocks it, the page goes there
   * itself. Default: `redirect`.
   */
  readonly oauth?: 'redirect' | 'popup'
  /** `null` remembers nothing. Default: the tab's session storage. */
  readonly memory?: IntentMemory | null
  /** Called once for each end. Read late: always the newest function is called. */
  readonly onEnd?: (outcome: Outcome, details: EndDetails) => void
  /** Called for a linked or relinked account, beside `onEnd`. */
  readonly onLinked?: (account: OutcomeOf<'linked'>['account'], details: EndDetails) => void
  /** Called when the user is done with an end: close what the flow is shown in. */
  readonly onClose?: () => void
}

/** Options of `useConnectAccount` and `<ConnectAccount/>`: either a session, or a transport of your own. */
export type ConnectOptions = CommonOptions &
  (
    | {
        /** The session token that your backend minted, or a function that fetches one; it is called again when one expires. */
        readonly session: string | (() => Promise<string>)
        /** Where the handler is mounted. Default: `/connect`. */
        readonly baseUrl?: string
        readonly transport?: never
      }
    | { readonly transport: ConnectTransport; readonly session?: never; readonly baseUrl?: never }
  )
