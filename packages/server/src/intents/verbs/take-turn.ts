import { ConnectError } from '@connect-account/core/errors'
import { type Checkpoint, isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord, TakenIntent } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** How long after its time-out the turn of a call lapses, in case its instance has died. In milliseconds. */
const MARGIN_MS = 5_000

/** The checkpoint that the intent is at. @throws ConnectError `intent_ended`. */
export function currentCheckpoint(intent: IntentRecord): Checkpoint {
  if (isOutcome(intent.step)) throw new ConnectError('intent_ended')
  return intent.step
}

/**
 * Runs `work` while no other request acts on this checkpoint of the user's intent, on any instance.
 * `undefined` if another one does, the checkpoint has passed, or the intent cannot be acted on. An error of
 * `work` leaves the checkpoint open.
 */
export async function takeTurn(
  context: IntentContext,
  { id, userId }: Pick<IntentRecord, 'id' | 'userId'>,
  checkpoint: string,
  work: (intent: TakenIntent) => Promise<IntentRecord>,
): Promise<IntentRecord | undefined> {
  const now = context.now()
  // A challenge may take two calls.
  const until = new Date(now + 2 * context.timings.upstreamTimeoutMs + MARGIN_MS)
  const taken = await context.intents.takeTurn({ id, userId, checkpoint, now: new Date(now), until })
  if (!taken) return undefined
  let left: IntentRecord | undefined
  try {
    left = await work(taken)
    return left
  } finally {
    // The next revision has released it already.
    if (left?.busyUntil !== null) await context.intents.releaseTurn(id, until)
  }
}
