import type { ConnectError } from '../errors/index.ts'
import type { Account, KnownAccount } from './account.ts'
import type { Intent } from './intent.ts'
import type { Provider } from './provider.ts'
import type { SolveRequest, StartRequest, UserProxy } from './requests.ts'
import type { Secret } from './secret.ts'

/**
 * How changes arrive: `live` by stream; `polling` if streams do not work, or another watch of the page or
 * another tab holds the stream; `offline` while neither works.
 */
export type WatchStatus = 'live' | 'polling' | 'offline'

export interface Watcher {
  onIntent(intent: Intent): void
  /** `reason` says why the watch is `offline`. The watch reconnects by itself. */
  onStatus?(status: WatchStatus, reason?: ConnectError): void
  /**
   * The watch has ended and does not reconnect: the intent no longer exists, or the session is no longer
   * valid.
   */
  onError(error: ConnectError): void
}

/** What starts an intent. */
export interface StartInput extends Omit<StartRequest, 'credentials' | 'proxy' | 'loginHint'> {
  readonly credentials?: Secret<Record<string, string>>
  readonly proxy?: Secret<UserProxy>
  readonly loginHint?: string | undefined
  /** The same key for each repetition of the same attempt. */
  readonly idempotencyKey: string
}

export interface SolveInput extends Omit<SolveRequest, 'answer'> {
  readonly answer: Secret<string>
}

/**
 * The interface between the flow and the host's backend. Every call rejects with a `ConnectError` and nothing
 * else, ends in finite time, and stops when `signal` aborts.
 */
export interface ConnectTransport {
  listProviders(signal?: AbortSignal): Promise<Provider[]>
  /**
   * What is known of an account that is to be reconnected. Absent if the transport knows nothing: then its user
   * fills in everything.
   */
  getAccount?(id: string, signal?: AbortSignal): Promise<KnownAccount>
  startIntent(input: StartInput, signal?: AbortSignal): Promise<Intent>
  getIntent(id: string, signal?: AbortSignal): Promise<Intent>
  solve(id: string, input: SolveInput, signal?: AbortSignal): Promise<Intent>
  resend(id: string, signal?: AbortSignal): Promise<Intent>
  /** Requests another way to pass the checkpoint, the one with this id, or a fresh QR code. */
  challenge(id: string, challenge?: string, signal?: AbortSignal): Promise<Intent>
  /** Confirms that the user is back from the consent page, with the token of that return, which counts once. */
  confirmReturn(id: string, token: string, signal?: AbortSignal): Promise<Intent>
  cancel(id: string, signal?: AbortSignal): Promise<Intent>
  /** Reports each change until the returned function is called; reconnects by itself. */
  watch(id: string, watcher: Watcher): () => void
  /**
   * Reports one of the user's accounts at once and after each change until the returned function is called;
   * `undefined` if it no longer exists or cannot be watched. Absent if the transport does not watch accounts.
   */
  watchAccount?(id: string, onAccount: (account: Account | undefined) => void): () => void
}
