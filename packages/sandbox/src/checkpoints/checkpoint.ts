import type { Runtime } from '../state/runtime.ts'
import type { Position, StoredIntent } from '../state/state.ts'

/** A checkpoint as the wire returns it, without the `intent_id`. */
export type WireCheckpoint =
  | { readonly object: 'AuthenticationCheckpoint'; readonly checkpoint: { readonly type: string } }
  | { readonly object: 'AuthenticationQrCode'; readonly qrcode: string }

/** The verbs that one checkpoint supports. A missing verb is refused with 405. */
export interface Checkpoint {
  show(): WireCheckpoint | Promise<WireCheckpoint>
  /** An empty code: checks whether the checkpoint was passed elsewhere. Missing if it cannot be. */
  poll?(): AnswerResult
  /**
   * Returns `passed` to advance to the next step, or `stays` to show the intent's current position, which may have changed.
   * @throws WireError for a wrong answer.
   */
  answer(code: string): AnswerResult | Promise<AnswerResult>
  /** Resends the code or the notification. */
  resend?(): void
  /** Moves the intent to the challenge, or renews what is shown. */
  requestChallenge?(challenge: string | undefined): void
}

export type AnswerResult = 'passed' | 'stays'

/** Returns the checkpoint that an intent is at. */
export type OpenCheckpoint<P extends Position> = (
  runtime: Runtime,
  intent: StoredIntent,
  position: P,
) => Checkpoint

export function checkpoint<T extends { type: string }>(body: T): WireCheckpoint {
  return { object: 'AuthenticationCheckpoint', checkpoint: body }
}
