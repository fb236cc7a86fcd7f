import type { ConnectError } from '../errors/index.ts'
import type {
  ConnectTransport,
  Intent,
  Method,
  Outcome,
  Provider,
  Secret,
  StartInput,
  UserProxy,
  WatchStatus,
} from '../protocol/index.ts'

/** Where the id of the open intent is kept, so that a reload resumes it. It is given ids only, never a secret. */
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
  /** What a start by OAuth says of this side: where to come back to, how the consent page is shown, and whom it suggests. */
  readonly describeReturn?: (() => Pick<StartInput, 'returnTo' | 'display' | 'loginHint'>) | undefined
  /** Called once for each end. */
  readonly report?: ((end: ConnectEnd) => void) | undefined
  /** Called once for each call that failed, with what the user is shown the words of. */
  readonly reportFailure?: ((error: ConnectError) => void) | undefined
  /** Makes idempotency keys. */
  readonly createId: () => string
  /** This side's clock, in epoch milliseconds. */
  readonly now: () => number
}

/** What the machine knows. Nothing that the user types ever gets here: answers travel as `Secret` from event to call. */
export interface ConnectContext extends ConnectInput {
  readonly offered: readonly Provider[]
  readonly provider: Provider | undefined
  readonly method: Method | undefined
  readonly intent: Intent | undefined
  /** The account that the user chose to reconnect after a duplicate, in place of `accountId`. */
  readonly reconnectId: string | undefined
  /** This side's clock less the server's, in milliseconds: added to a server time it gives this side's. */
  readonly clockOffset: number
  /** How the flow ended, by the server's word or, before an intent was started, by the user's. */
  readonly outcome: Outcome | undefined
  /** What the flow is busy doing with the open intent. */
  readonly acting: IntentVerb['type'] | undefined
  /** Why the last call failed; cleared by the next one. */
  readonly error: ConnectError | undefined
  readonly connection: WatchStatus
}

/** Everything that can happen, as `subject.verb`; navigation is a bare verb. */
export type ConnectEvent =
  | { type: 'provider.choose'; providerId: string; methodId?: string | undefined }
  | { type: 'method.choose'; methodId: string }
  | {
      type: 'credentials.submit'
      credentials: Secret<Record<string, string>>
      proxy?: Secret<UserProxy> | undefined
    }
  | { type: 'answer.submit'; checkpointId: string; answer: Secret<string> }
  | { type: 'code.resend' }
  | { type: 'challenge.request'; challenge?: string | undefined }
  | { type: 'intent.changed'; intent: Intent }
  | { type: 'connection.changed'; status: WatchStatus }
  | { type: 'connection.lost'; error: ConnectError }
  | { type: 'back' }
  | { type: 'cancel' }
  | { type: 'retry' }
  | { type: 'restart' }
  | { type: 'reconnect'; accountId: string }

/** What the user can ask of an open intent, besides waiting. */
export type IntentVerb = Extract<
  ConnectEvent,
  { type: 'answer.submit' | 'code.resend' | 'challenge.request' | 'cancel' }
>

/** How a flow ended, as its host is told. */
export interface ConnectEnd {
  readonly outcome: Outcome
  readonly provider: string | undefined
  readonly intentId: string | undefined
}
