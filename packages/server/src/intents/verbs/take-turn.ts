import { ConnectError } from '@connect-account/core/errors'
import { type Checkpoint, isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord, TakenIntent } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** How long after its time-out a call's turn lapses by itself, for an instance that died within it. */
const MARGIN_MS = 5_000

/** The checkpoint that the intent is at. @throws ConnectError `intent_ended`. */
export function currentCheckpoint(intent: IntentRecord): Checkpoint {
  if (isOutcome(intent.step)) throw new ConnectError('intent_ended')
  return intent.step
}

/**
 * Does `work` while nobody else acts on this checkpoint of the user's intent, on any instance; `undefined` when somebody else does,
 * the checkpoint has passed, or the intent is not there to be acted on. What `work` throws leaves the checkpoint open.
 */
export async function takeTurn(
  context: IntentContext,
  { id, userId }: Pick<IntentRecord, 'id' | 'userId'>,
  checkpoint: string,
  work: (intent: TakenIntent) => Promise<IntentRecord>,
): Promise<IntentRecord | undefined> {
  const now = context.now()
  // Another way may take two calls.
  const until = new Date(now + 2 * context.timings.upstreamTimeoutMs + MARGIN_MS)
  const taken = await context.intents.takeTurn({ id, userId, checkpoint, now: new Date(now), until })
  if (!taken) return undefined
  let left: IntentRecord | undefined
  try {
    left = await work(taken)
    return left
  } finally {
    // The next revision has given it back already.
    if (left?.busyUntil !== null) await context.intents.releaseTurn(id, until)
  }
}
