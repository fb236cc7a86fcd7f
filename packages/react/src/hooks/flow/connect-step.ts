import type {
  Account,
  Channel,
  CheckpointOf,
  CodeShape,
  Display,
  EndReason,
  ErrorCode,
  FieldError,
  InitialSync,
  Method,
  MethodOf,
  Provider,
  UserProxy,
  WatchStatus,
} from '@connect-account/core'
import type { FormValues } from './typed-values.ts'

/** Why the last verb failed; the step stays open. Never holds what the user typed. */
export interface StepError {
  readonly code: ErrorCode
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number | undefined
  readonly fields?: readonly FieldError[] | undefined
  /** Values for the fields that are still empty, by name. */
  readonly prefill?: Readonly<Record<string, string>> | undefined
  /** A page with instructions for the user. */
  readonly helpUrl?: string | undefined
}

/** The pending verb of a step; every verb except `cancel` does nothing in the meantime. */
export type Pending = 'submit' | 'resend' | 'switch' | 'cancel' | false

/** A verb that becomes available later: `availableAt` is in epoch milliseconds of this browser's clock. */
export interface Resend {
  readonly availableAt: number
  send(): void
}

interface Cancelable {
  /** Leaves the flow; ends as `canceled`. */
  cancel(): void
}

interface Reconnecting {
  /** What the account that is reconnected is called. Absent for a new account, or if its name is not known. */
  readonly reconnecting?: string
}

/** What every checkpoint has. */
interface AtCheckpoint extends Cancelable, Reconnecting {
  readonly provider: Provider
  /** Changes with every checkpoint, not with a new revision of the same one: use it as the React key. */
  readonly checkpointId: string
  readonly pending: Pending
  readonly error?: StepError
  /** How changes from the server arrive: show it if `offline`. */
  readonly connection: WatchStatus
  /** Why `connection` is `offline`. Goes away by itself. */
  readonly connectionError?: StepError
  /** The address to continue at on another device; present with `continueOnPhone`. */
  phoneLink?(): string | Promise<string>
  /**
   * Cancels this intent and opens the page that the host names; returns whether there is one. Present with
   * `hostedPage`; the kit offers it at a step that this version has no screen for.
   */
  continueElsewhere?(): Promise<boolean>
}

/** Called with the state of an import; `undefined`: it is no longer known. */
export type SyncListener = (state: InitialSync | undefined) => void

interface Synced {
  readonly provider: Provider
  /** Its `initialSync` is the state of the first import of its messages when the flow ended. */
  readonly account: Account
  /**
   * Reports the state of the import until the returned function is called. Absent with your own transport.
   */
  watchSync?(onSync: SyncListener): () => void
  /** The host's `waitForSync`: whether to ask the user to wait until the import ends. */
  readonly waitForSync?: boolean | undefined
}

/** Something to enter on the phone, or to find there and tap. */
export interface ShownOnPhone extends Omit<Display, 'expiresAt'> {
  /** Epoch milliseconds of this browser's clock. Absent if it is not known when it expires. */
  readonly expiresAt?: number
}

/** What the phone asks to compare: tap on it what is shown here. */
interface Comparing {
  readonly show?: ShownOnPhone
}

interface Switchable {
  /** Requests another way to verify. */
  tryAnotherWay(): void
}

/**
 * `format` says what to ask for (`password`: one that the user has chosen). Submit automatically only at a
 * known `length`.
 */
interface CodeCheckpoint extends AtCheckpoint, Switchable, CodeShape {
  submit(code: string): void
  /** Absent if nothing can be resent. */
  readonly resend?: Resend
}

interface End {
  /** Closes the flow: calls `onClose`. `undefined` if the host passes none, so that no button does nothing. */
  readonly close: (() => void) | undefined
}

/** Each step's data and its available verbs, by type. */
export interface ConnectStepMap {
  /** Data is loading; `provider` is present once it was chosen. */
  preparing: Cancelable & { readonly provider?: Provider }
  /** The host's backend cannot be reached, or refuses; the user's progress is kept. */
  unavailable: Cancelable & {
    readonly error: StepError
    retry(): void
    /** Absent if there is no picker to go back to. */
    back?(): void
  }
  choosing_provider: Cancelable & {
    readonly providers: readonly Provider[]
    choose(providerId: string, methodId?: string): void
  }
  credentials: Cancelable &
    Reconnecting & {
      readonly provider: Provider
      readonly method: MethodOf<'form' | 'qr'>
      readonly pending: Pending
      readonly error?: StepError
      /**
       * Values to fill in, by field name: typed before in this flow, known of the account that is reconnected, or
       * your `loginHint` for the email or user name.
       */
      readonly known: FormValues
      /** Keeps these values for when the form is shown again. Never pass a password, a cookie or a code. */
      keep(values: FormValues): void
      /** `proxy`: the user's own proxy, if `method.userProxy` allows one. */
      submit(values: Record<string, string>, proxy?: UserProxy): void
      chooseMethod(methodId: string): void
      /** Absent if there is no picker to go back to. */
      back?(): void
    }
  otp: CodeCheckpoint & { readonly channel?: Channel }
  two_factor: CodeCheckpoint & { readonly platform: CheckpointOf<'two_factor'>['platform'] }
  otp_or_in_app: CodeCheckpoint & Comparing & { readonly channel?: Channel }
  in_app: AtCheckpoint & Switchable & Comparing & { readonly resend?: Resend }
  show: AtCheckpoint & {
    readonly show: ShownOnPhone
    /** Requests a new one. */
    refresh(): void
  }
  phone: AtCheckpoint & {
    /** The number to fill in. */
    readonly known?: string
    /** Keeps what was typed for when this step is shown again. */
    keep(phone: string): void
    submit(phone: string): void
  }
  captcha: AtCheckpoint & {
    readonly publicKey: string | null
    readonly data: string | null
    submit(token: string): void
  } & Switchable
  qr: AtCheckpoint & {
    readonly qrcode: string
    /** Epoch milliseconds of this browser's clock. */
    readonly shownAt: number
    readonly expiresAt: number
    /** Counts the codes shown so far, from 1. */
    readonly round: number
    /** Requests a fresh code. */
    refresh(): void
  }
  contract: AtCheckpoint & {
    readonly options: CheckpointOf<'contract'>['options']
    choose(optionId: string): void
  }
  challenge: AtCheckpoint & {
    readonly options: CheckpointOf<'challenge'>['options']
    choose(optionId: string): void
  }
  /** The provider is still working. */
  loading: AtCheckpoint
  consent: AtCheckpoint & {
    readonly url: string
    /** Whether the consent page was opened in a popup; only the server knows when the user is done. */
    readonly isOpen: boolean
    /** Opens the consent page, in this tab or in a popup: call it in the user's click. */
    open(): void
  }
  /** A checkpoint that this version cannot show. */
  unsupported: AtCheckpoint & {
    readonly name: string
    restart(): void
  }

  linked: End & Synced & { restart(): void }
  relinked: End & Synced
  /** `account` is present if it is this user's own. */
  duplicate: End & {
    readonly provider: Provider
    readonly account?: Account
    /** Reconnects `account`; present if it is not running. */
    reconnect?(): void
    restart(): void
  }
  restricted: End & {
    readonly provider: Provider
    readonly reason?: string
    readonly providerUserId?: string
    restart(): void
  }
  mismatch: End & Reconnecting & { readonly provider: Provider; retry(): void }
  /** `reason` is `user` if the user canceled here. */
  canceled: End & { readonly reason: EndReason; restart(): void }
  expired: End & { readonly provider: Provider; readonly method?: Method; retry(): void }
  failed: End & {
    readonly provider?: Provider
    readonly error: StepError
    /** Absent if trying again cannot help. */
    retry?(): void
    restart(): void
  }
}

export type ConnectStepType = keyof ConnectStepMap

/** What to show now, with exactly the verbs that are available. Switch on `type`. */
export type ConnectStep = {
  [T in ConnectStepType]: { readonly type: T } & ConnectStepMap[T]
}[ConnectStepType]

/** The step of one type: `ConnectStepOf<'otp'>`. */
export type ConnectStepOf<T extends ConnectStepType> = Extract<ConnectStep, { type: T }>
