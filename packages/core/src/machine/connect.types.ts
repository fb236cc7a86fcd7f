import type { ConnectError } from '../errors/index.ts'
import type {
  ConnectTransport,
  Intent,
  KnownAccount,
  Method,
  Outcome,
  Provider,
  Secret,
  StartInput,
  UserProxy,
  WatchStatus,
} from '../protocol/index.ts'

/**
 * Stores which intent is open, so that a reload resumes it: the intent's id or, while its start is pending,
 * `key:` and the start's key. Never a secret.
 */
export interface IntentMemory {
  read(): string | undefined
  write(intentId: string): void
  clear(): void
}

export interface ConnectInput {
  readonly transport: ConnectTransport
  readonly memory: IntentMemory
  /** Offer only these providers, in this order. */
  readonly providers?: readonly string[] | undefined
  /** Connect this account again instead of linking a new one. */
  readonly accountId?: string | undefined
  /** Resume this intent instead of the remembered one. */
  readonly intentId?: string | undefined
  /**
   * What a start with the consent method needs: the address to return to, how the consent page is shown, and
   * the suggested sign-in name.
   */
  readonly describeReturn?: (() => Pick<StartInput, 'returnTo' | 'display' | 'loginHint'>) | undefined
  /** Called once for each end. */
  readonly report?: ((end: ConnectEnd) => void) | undefined
  /** Called once for each failed call whose error the user sees. */
  readonly reportFailure?: ((error: ConnectError) => void) | undefined
  /** Creates idempotency keys. */
  readonly createId: () => string
  /** The browser's clock, in epoch milliseconds. */
  readonly now: () => number
}

/**
 * The machine's data. It never holds what the user types: answers are passed as `Secret` from event to call.
 */
export interface ConnectContext extends ConnectInput {
  readonly offered: readonly Provider[]
  readonly provider: Provider | undefined
  readonly method: Method | undefined
  readonly intent: Intent | undefined
  /** The key of the last start, until its intent is known or the server has refused it. */
  readonly startKey: string | undefined
  /** The keys of earlier starts whose responses were lost: the next start cancels them first. */
  readonly lostStarts: readonly string[]
  /** What is known of the account with `accountId`. */
  readonly account: KnownAccount | undefined
  /** The account that the user chose to reconnect after a duplicate, instead of `accountId`. */
  readonly reconnecting: KnownAccount | undefined
  /** Milliseconds to add to a server time to get the browser's time. */
  readonly clockOffset: number
  readonly end: FlowEnd | undefined
  /** The user's verb that is pending. */
  readonly acting: IntentVerb['type'] | undefined
  /** Why the last call failed; cleared by the next one. */
  readonly error: ConnectError | undefined
  readonly connection: WatchStatus
  /** Why `connection` is `offline`. */
  readonly connectionError: ConnectError | undefined
}

interface Choice {
  /** Whether the user chose it before the flow was closed, and not now. */
  readonly isResumed?: true
}

/** The machine's events, named `subject.verb`; navigation is a verb alone. */
export type FlowEvent =
  | { type: 'start' }
  | ({ type: 'provider.choose'; providerId: string; methodId?: string | undefined } & Choice)
  | ({ type: 'method.choose'; methodId: string } & Choice)
  | {
      type: 'credentials.submit'
      credentials: Secret<Record<string, string>>
      proxy?: Secret<UserProxy> | undefined
    }
  | { type: 'answer.submit'; checkpointId: string; answer: Secret<string> }
  | { type: 'code.resend' }
  | { type: 'challenge.request'; challenge?: string | undefined }
  | { type: 'intent.change'; intent: Intent }
  | { type: 'connection.change'; status: WatchStatus; reason?: ConnectError | undefined }
  | { type: 'connection.recover' }
  | { type: 'connection.fail'; error: ConnectError }
  | { type: 'back' }
  | { type: 'cancel' }
  | { type: 'close' }
  | { type: 'retry' }
  | { type: 'restart' }
  | { type: 'reconnect'; account: KnownAccount }

/** What the user can do with an open intent. */
export type IntentVerb = Extract<
  FlowEvent,
  { type: 'answer.submit' | 'code.resend' | 'challenge.request' | 'cancel' }
>

/**
 * What caused an end. `user`: the user left the flow here. `answer`: the provider's response to what the user
 * did here. `elsewhere`: something outside this page, such as a scan, an approval, a timeout or another tab.
 * `resumed`: it had ended before this page resumed it.
 */
export type EndReason = 'user' | 'answer' | 'elsewhere' | 'resumed'

/** How a flow ended, as the server reported it or, before an intent was started, as the user decided. */
export interface FlowEnd {
  readonly outcome: Outcome
  readonly reason: EndReason
}

/** What is reported to the host about an end. */
export interface ConnectEnd extends FlowEnd {
  readonly provider: string | undefined
  readonly intentId: string | undefined
}
