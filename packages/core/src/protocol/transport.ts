import type { ConnectError } from '../errors/index.ts'
import type { Account } from './account.ts'
import type { Intent } from './intent.ts'
import type { Provider } from './provider.ts'
import type { SolveRequest, StartRequest, UserProxy } from './requests.ts'
import type { Secret } from './secret.ts'

/**
 * How fresh what is shown is: `live` by stream; `polling` if streams do not come through, or another part of the page, or another
 * tab, holds the stream; `offline` while neither works.
 */
export type WatchStatus = 'live' | 'polling' | 'offline'

export interface Watcher {
  onIntent(intent: Intent): void
  /** `reason` says why the watch is `offline`. It goes on by itself. */
  onStatus?(status: WatchStatus, reason?: ConnectError): void
  /** The watch is over and will not come back by itself: the intent is gone, or the session is. */
  onError(error: ConnectError): void
}

/** What a start carries besides its secrets. */
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
 * The port between the flow and the host's backend. Every call rejects with a `ConnectError` and nothing else, ends in
 * finite time, and stops when `signal` aborts.
 */
export interface ConnectTransport {
  listProviders(signal?: AbortSignal): Promise<Provider[]>
  startIntent(input: StartInput, signal?: AbortSignal): Promise<Intent>
  getIntent(id: string, signal?: AbortSignal): Promise<Intent>
  solve(id: string, input: SolveInput, signal?: AbortSignal): Promise<Intent>
  resend(id: string, signal?: AbortSignal): Promise<Intent>
  /** Asks for another way, for the way with this id, or for a fresh QR code. */
  challenge(id: string, challenge?: string, signal?: AbortSignal): Promise<Intent>
  cancel(id: string, signal?: AbortSignal): Promise<Intent>
  /** Reports each change until the returned function is called; reconnects by itself. */
  watch(id: string, watcher: Watcher): () => void
  /**
   * Reports one of the user's accounts at once and after each change until the returned function is called; `undefined` when it is
   * gone, or cannot be followed. Absent where accounts are not followed.
   */
  watchAccount?(id: string, onAccount: (account: Account | undefined) => void): () => void
}
