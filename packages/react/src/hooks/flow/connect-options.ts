import type { ConnectTransport, EndReason, IntentMemory, Outcome, OutcomeOf } from '@connect-account/core'
import type { OnError } from '../error-reports/on-error.ts'
import type { SessionProps } from '../session/session-options.ts'

/** What a callback learns beside the outcome. */
export interface EndDetails {
  /** What brought the end about: the user here, the provider's answer, something elsewhere, or an end before a reload. */
  readonly reason: EndReason
  /** The provider's id; absent when the user left before choosing one. */
  readonly provider?: string
  /** The intent's id; absent when the user left before one was started. */
  readonly intentId?: string
}

/** What `hostedPage` learns. */
export interface HostedPageDetails {
  /** The provider's id. */
  readonly provider: string
  readonly intentId: string
}

interface CommonOptions {
  /** Offer only these providers, in this order; the session's own list still rules. */
  readonly providers?: readonly string[]
  /** Connect this account again instead of linking a new one. */
  readonly accountId?: string
  /**
   * Names this flow. Only needed if a page has several flows with the same `accountId` and `providers`: each then finds its own
   * attempt again after a reload. Without it, the order in which such flows are mounted distinguishes them.
   */
  readonly id?: string
  /**
   * Who is signed in: any string that differs between users, such as your user's id. When it changes, the flow begins
   * again and nothing is done with the session before. Pass it if users can change while the component stays; a `session`
   * function alone does not identify the user. With it, another `session` string is a fresh token of the same user.
   */
  readonly userKey?: string | undefined
  /** Resume this intent. Default: the one that this tab was in before a reload, or that the page's `connect_intent` names. */
  readonly intentId?: string
  /**
   * How a provider's consent page is shown. A popup keeps your page; if the browser blocks it, the page itself goes there.
   * Default: `redirect`.
   */
  readonly consent?: 'redirect' | 'popup'
  /** The user's sign-in name, if you know it: suggested at a consent page, filled into a form's email or user name. */
  readonly loginHint?: string | undefined
  /**
   * Offers to go on with a checkpoint on the user's phone, by a link that is shown as a QR code. `true`: to this page, with
   * `connect_intent` in its address; or a function that returns an absolute address of yours. The link carries no secret: the
   * flow opens there only for the same user's own session, and is followed here. Default: not offered.
   */
  readonly continueOnPhone?: boolean | ((intentId: string) => string | Promise<string>)
  /**
   * Names a page of yours that can go on where this version cannot, such as a hosted link: the user is offered to leave for it.
   * The intent is canceled first. `undefined`: there is none. Default: not offered.
   */
  readonly hostedPage?: (details: HostedPageDetails) => string | undefined | Promise<string | undefined>
  /** Asks the user to stay until a linked account's first messages are there; they may go on without. Default: false. */
  readonly waitForSync?: boolean | undefined
  /** Where the id of the open intent is kept; pass the same one in each render. `null` remembers nothing. Default: the tab's session storage. */
  readonly memory?: IntentMemory | null
  /** Called once for each end. The newest function is called. */
  readonly onEnd?: (outcome: Outcome, details: EndDetails) => void
  /** Called for a linked or relinked account, beside `onEnd`. */
  readonly onLinked?: (account: OutcomeOf<'linked'>['account'], details: EndDetails) => void
  /** Called when the user is done with an end: close what the flow is shown in. */
  readonly onClose?: () => void
  /**
   * Called once for each failure that a developer should know of, beside a line in the console: no session, a backend that
   * cannot be reached, an option that is not valid, a callback that throws. Never for what a user brings about, such as a wrong
   * code. The newest function is called.
   */
  readonly onError?: OnError | undefined
}

/** Options of `useConnectAccount` and `<ConnectAccount/>`: either a session, or a transport of your own. */
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
