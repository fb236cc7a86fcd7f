import { ConnectError } from '@connect-account/core/errors'
import { type Checkpoint, isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord } from '../store/intent-store.ts'
import type { IntentContext } from './intent-context.ts'

/** How long after its time-out a call's turn lapses by itself, for an instance that died within it. */
const MARGIN_MS = 5_000

/** The checkpoint that the intent is at. @throws ConnectError `intent_ended`. */
export function currentCheckpoint(intent: IntentRecord): Checkpoint {
  if (isOutcome(intent.step)) throw new ConnectError('intent_ended')
  return intent.step
}

/**
 * Does `work` while nobody else acts on this checkpoint, on any instance; `undefined` when somebody else does, or the
 * checkpoint has passed. What `work` throws leaves the checkpoint open.
 */
export async function takeTurn<T>(
  context: IntentContext,
  intent: IntentRecord,
  checkpoint: string,
  work: (upstreamIntentId: string) => Promise<T>,
): Promise<T | undefined> {
  const now = context.now()
  // Another way may take two calls.
  const until = new Date(now + 2 * context.timings.upstreamTimeoutMs + MARGIN_MS)
  const taken = await context.intents.takeTurn(intent.id, checkpoint, new Date(now), until)
  if (!taken?.upstreamIntentId) return undefined
  try {
    return await work(taken.upstreamIntentId)
  } finally {
    await context.intents.giveTurnBack(intent.id, until)
  }
}
