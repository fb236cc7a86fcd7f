import type {
  Account,
  AccountStatus,
  AccountsClient,
  ConnectTransport,
  IntentMemory,
  Outcome,
  OutcomeOf,
  Provider,
} from '@connect-account/core'
import type {
  Appearance,
  Brand,
  CaptchaAdapter,
  CloseReason,
  ColorScheme,
  ConnectErrorReport,
  ConnectStep,
  ConnectStepOf,
  DeepPartial,
  EndDetails,
  HostedPageDetails,
  Introduction,
  Locale,
  Messages,
} from '@connect-account/react'
import type { ReconnectDetails } from '@connect-account/react/accounts'
import type { HostContent } from './host-content.tsx'

/** The properties that every element has. Each that takes a text is an attribute too, in kebab case. */
export interface SharedProperties {
  /**
   * The session token that your backend minted, or a function that fetches one and resolves to `null` if nobody
   * is signed in. Only a property: a token in an attribute would be in every recording of the page.
   */
  session?: string | (() => Promise<string | null>) | undefined
  /**
   * Instead of `session`: an address of your backend. The element posts to it, with cookies, and expects
   * `{"token": "…"}`, or 401 if nobody is signed in.
   */
  sessionUrl?: string | undefined
  /** Where the handler is mounted. @default '/connect' */
  baseUrl?: string | undefined
  /** Who is signed in: any string that differs between users. A change starts again. */
  userKey?: string | undefined
  /** Theme, color scheme, tokens, class names and layout. */
  appearance?: Appearance | ColorScheme | undefined
  /** Overrides the one of `appearance`. @default 'auto' */
  colorScheme?: ColorScheme | undefined
  /** Overrides the one of `appearance`. Load its stylesheet too. */
  theme?: string | undefined
  /** A BCP 47 tag, such as `fr`, or a locale object. @default English */
  locale?: string | Locale | undefined
  /** Replaces single messages at any depth. */
  messages?: DeepPartial<Messages> | undefined
}

/** The events of every element, by their types. */
export interface SharedEvents {
  /** A failure that a developer should know about. It is in the console too. */
  'ca-error': CustomEvent<ConnectErrorReport>
}

type ElementSlot<Props> = HostContent | ((props: Props) => HostContent | null) | undefined

/** Your own content in the card: a text or an element, or a function that returns one. */
export interface ElementSlots {
  /** Above the screen. */
  readonly top?: ElementSlot<{ readonly step: ConnectStep }>
  /** Between the heading and the providers. */
  readonly picker?: ElementSlot<{ readonly step: ConnectStepOf<'choosing_provider'> }>
  /** In a provider's button, below its name. */
  readonly provider?: ElementSlot<{ readonly provider: Provider }>
  /** Between the fields and the button of a sign-in form. */
  readonly form?: ElementSlot<{ readonly step: ConnectStepOf<'credentials'> }>
  /** Above the buttons of an end. */
  readonly end?: ElementSlot<{ readonly step: ConnectStepOf<Outcome['type']> }>
  /** Below the screen. */
  readonly bottom?: ElementSlot<{ readonly step: ConnectStep }>
}

/** What a flow has, inline or in a dialog. */
export interface FlowProperties extends SharedProperties {
  /** Instead of a session: your own transport. Pass the same one each time. */
  transport?: ConnectTransport | undefined
  /** Offer only these providers, in this order. As an attribute: ids, separated by spaces. */
  providers?: readonly string[] | undefined
  /** Reconnect this account instead of linking a new one. */
  accountId?: string | undefined
  /** Names this flow, if the page has several with the same `accountId` and `providers`. */
  flowId?: string | undefined
  /** Resume this intent. @default The one that was open in this tab, or that the page's address names. */
  intentId?: string | undefined
  /** How a provider's consent page is shown. @default 'redirect' */
  consent?: 'redirect' | 'popup' | undefined
  /** The user's sign-in name, if you know it. */
  loginHint?: string | undefined
  /** Offers to continue on the user's phone: on this page, or at the address that the function returns. */
  continueOnPhone?: boolean | ((intentId: string) => string | Promise<string>) | undefined
  /** Returns your page for a step that this version can't show. */
  hostedPage?: ((details: HostedPageDetails) => string | undefined | Promise<string | undefined>) | undefined
  /** Asks the user to wait until the first messages are imported. @default false */
  waitForSync?: boolean | undefined
  /** Where the id of the open intent is stored; `null` for nowhere. @default The tab's session storage. */
  memory?: IntentMemory | null | undefined
  /** Your product's name, logo and links. */
  brand?: Brand | undefined
  /** A pane before the first screen: who wants to connect what. */
  introduction?: boolean | Introduction | undefined
  /** The providers of which the user has an account already. As an attribute: ids, separated by spaces. */
  connected?: readonly string[] | undefined
  /** A vendor, whose adapter loads when a captcha is shown, or your own adapter. */
  captcha?: 'altcha' | 'arkose' | CaptchaAdapter | undefined
  /** How to reach your support: a text or an element. */
  support?: HostContent | undefined
  /** Your own content in the card. */
  slots?: ElementSlots | undefined
}

/** The events of a flow, by their types. */
export interface FlowEvents extends SharedEvents {
  /** Once per end. */
  'ca-end': CustomEvent<EndDetails & { readonly outcome: Outcome }>
  /** An account was linked or relinked, in addition to `ca-end`. */
  'ca-linked': CustomEvent<EndDetails & { readonly account: OutcomeOf<'linked'>['account'] }>
  /** The user dismissed an end: hide the flow. An inline one needs `closable`. */
  'ca-close': CustomEvent<null>
}

export interface DialogEvents extends FlowEvents {
  /** The dialog is about to close. It stays open if the default is prevented. */
  'ca-open-change': CustomEvent<{ readonly open: boolean; readonly reason: CloseReason }>
}

export interface AccountsEvents extends SharedEvents {
  /** Once per end of a reconnect. */
  'ca-end': CustomEvent<ReconnectDetails & { readonly outcome: Outcome }>
  /** An account was reconnected, in addition to `ca-end`. */
  'ca-linked': CustomEvent<EndDetails & { readonly account: OutcomeOf<'linked'>['account'] }>
}

/** The typed listeners of an element. */
interface Listens<E> {
  addEventListener<K extends keyof E>(
    type: K,
    listener: (event: E[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
}

/** `<connect-account>`: the flow that links or reconnects an account. */
export interface ConnectAccountElement extends HTMLElement, FlowProperties {
  /** Whether ends have a button that closes the flow, with the event `ca-close`. @default false */
  closable?: boolean | undefined
  /** Around the flow. Overrides the one of `appearance`. @default 'card' */
  frame?: 'card' | 'page' | 'none' | undefined
}

/** `<connect-account-dialog>`: the flow in a modal dialog. */
export interface ConnectAccountDialogElement extends HTMLElement, FlowProperties {
  /** Whether it is open. The dialog sets it to `false` when the user closes it. @default false */
  open: boolean
  /** Where the dialog is. Overrides the one of `appearance`. @default 'center' */
  placement?: 'center' | 'side' | undefined
}

/** `<connect-accounts>`: a live list of the user's accounts. */
export interface ConnectAccountsElement extends HTMLElement, SharedProperties {
  /** Instead of a session: your own client. Pass the same one each time. */
  client?: AccountsClient | undefined
  /** For names and icons. @default Those of the session. */
  providers?: readonly Provider[] | undefined
  /** Options of the reconnect dialog, or a function that gets the account. @default The dialog. */
  reconnect?: Partial<Omit<FlowProperties, keyof SharedProperties>> | ((account: Account) => void) | undefined
  /** The statuses that offer a reconnect. @default disconnected partial */
  reconnectAt?: readonly AccountStatus[] | undefined
  /** Below the text of an empty list: a text or an element. */
  empty?: HostContent | undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-account': ConnectAccountElement & Listens<FlowEvents>
    'connect-account-dialog': ConnectAccountDialogElement & Listens<DialogEvents>
    'connect-accounts': ConnectAccountsElement & Listens<AccountsEvents>
  }
}
