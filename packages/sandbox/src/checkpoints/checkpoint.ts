import type { Runtime } from '../state/runtime.ts'
import type { Position, StoredIntent } from '../state/state.ts'

/** What an intent stands at, as the wire tells it, still without the `intent_id`. */
export type WireCheckpoint =
  | { readonly object: 'AuthenticationCheckpoint'; readonly checkpoint: { readonly type: string } }
  | { readonly object: 'AuthenticationQrCode'; readonly qrcode: string }

/** The verbs that are possible at one checkpoint. An absent verb is answered 405. */
export interface Checkpoint {
  show(): WireCheckpoint | Promise<WireCheckpoint>
  /** What an empty code asks: whether something has happened elsewhere. Absent: nothing can have. */
  poll?(): AnswerResult
  /**
   * `passed`: go on to the next step. `stays`: show where the intent stands now, which may be elsewhere.
   * Throws a `WireError` for a wrong answer.
   */
  answer(code: string): AnswerResult | Promise<AnswerResult>
  /** Sends the code or the notification again. */
  resend?(): void
  /** Moves the intent to another way, or refreshes what is shown. */
  requestChallenge?(challenge: string | undefined): void
}

export type AnswerResult = 'passed' | 'stays'

/** A checkpoint of one kind: opened with the intent that stands at it. */
export type OpenCheckpoint<P extends Position> = (
  runtime: Runtime,
  intent: StoredIntent,
  position: P,
) => Checkpoint

export function checkpoint<T extends { type: string }>(body: T): WireCheckpoint {
  return { object: 'AuthenticationCheckpoint', checkpoint: body }
}
