import type { ConnectTransport, EndReason, IntentMemory, Outcome, OutcomeOf } from '@connect-account/core'
import type { OnError } from '../error-reports/on-error.ts'
import type { OnEvent } from '../events/connect-event.ts'
import type { SessionProps } from '../session/session-options.ts'

/** What a callback receives with the outcome. */
export interface EndDetails {
  /**
   * What caused the end: the user here, the provider's response, something elsewhere, or an end before a
   * reload.
   */
  readonly reason: EndReason
  /** The provider's id; absent if the user left before choosing one. */
  readonly provider?: string
  /** The intent's id; absent if the user left before one was started. */
  readonly intentId?: string
}

/** What `hostedPage` receives. */
export interface HostedPageDetails {
  /** The provider's id. */
  readonly provider: string
  readonly intentId: string
}

interface CommonOptions {
  /** Offer only these providers, in this order; the session's own list still applies. */
  readonly providers?: readonly string[]
  /** Reconnect this account instead of linking a new one. */
  readonly accountId?: string
  /**
   * Names this flow. Only needed if a page has several flows with the same `accountId` and `providers`: each
   * then resumes its own intent after a reload. Without it, the order in which such flows are mounted
   * distinguishes them.
   */
  readonly id?: string
  /**
   * Who is signed in: any string that differs between users, such as your user's id. When it changes, the
   * flow starts again and no longer uses the previous session. Pass it if users can change while the
   * component stays mounted; a `session` function alone does not identify the user. With it, another
   * `session` string is a fresh token of the same user.
   */
  readonly userKey?: string | undefined
  /**
   * Resume this intent. Default: the one that was open in this tab before a reload, or that the page's
   * `connect_intent` names.
   */
  readonly intentId?: string
  /**
   * How a provider's consent page is shown. A popup keeps your page; if the browser blocks it, this tab opens
   * the consent page. Default: `redirect`.
   */
  readonly consent?: 'redirect' | 'popup'
  /**
   * The user's sign-in name, if you know it. It is suggested on a consent page, and filled in for a form's
   * email or user name.
   */
  readonly loginHint?: string | undefined
  /**
   * Offers to continue a checkpoint on the user's phone, with a link that is shown as a QR code. `true`: a
   * link to this page, with `connect_intent` in its address; or a function that returns an absolute address
   * on your site. The link has no secret: the flow opens there only with the same user's session, and its
   * progress shows here. Default: not offered.
   */
  readonly continueOnPhone?: boolean | ((intentId: string) => string | Promise<string>)
  /**
   * Returns your page for a step that this version cannot show, such as a hosted link: the user can continue
   * there. The intent is canceled first. `undefined`: there is no page. Default: not offered.
   */
  readonly hostedPage?: (details: HostedPageDetails) => string | undefined | Promise<string | undefined>
  /**
   * Asks the user to wait until a linked account's first messages are imported; they can continue without.
   * Default: false.
   */
  readonly waitForSync?: boolean | undefined
  /**
   * Stores the id of the open intent; pass the same one in each render. `null` remembers nothing. Default:
   * the tab's session storage.
   */
  readonly memory?: IntentMemory | null
  /** Called once for each end. The latest function is called. */
  readonly onEnd?: (outcome: Outcome, details: EndDetails) => void
  /** Called for a linked or relinked account, in addition to `onEnd`. */
  readonly onLinked?: (account: OutcomeOf<'linked'>['account'], details: EndDetails) => void
  /** Called when the user closes the flow: hide it. */
  readonly onClose?: () => void
  /**
   * Called for what happens in the flow, in order, for product analytics: see `ConnectEvent`. Never with a
   * value that the user typed, an account, a name or a token. The latest function is called, outside of the
   * user's click; if it throws, `onError` is called and the flow continues.
   */
  readonly onEvent?: OnEvent | undefined
  /**
   * Called once for each failure that a developer should know about, in addition to a line in the console: no
   * session, a backend that cannot be reached, an option that is not valid, a callback that throws. Never for
   * what a user causes, such as a wrong code. The latest function is called.
   */
  readonly onError?: OnError | undefined
}

/** Options of `useConnectAccount` and `<ConnectAccount/>`: either a session, or your own transport. */
export type ConnectOptions = CommonOptions &
  (
    | (Pick<SessionProps, 'session' | 'baseUrl'> & { readonly transport?: never })
    | {
        /** Pass the same one in each render. */
        readonly transport: ConnectTransport
        readonly session?: never
        readonly baseUrl?: never
      }
  )
