import type { Database } from './database.ts'
import { INTENT_CHANNEL } from './intent-store.ts'

/** Tells who listens that an intent has changed, whichever instance changed it. */
export interface IntentFeed {
  /** `onChange` carries no intent: read it. It may be called without a change. */
  subscribe(intentId: string, onChange: () => void): () => void
  close(): Promise<void>
}

/** One database listener for all of this instance's streams. */
export async function openIntentFeed(database: Database): Promise<IntentFeed> {
  const listeners = new Map<string, Set<() => void>>()
  const stop = await database.listen(
    INTENT_CHANNEL,
    (id) => {
      for (const listener of listeners.get(id) ?? []) listener()
    },
    () => {
      for (const ofIntent of listeners.values()) for (const listener of ofIntent) listener()
    },
  )
  return {
    subscribe(intentId, onChange) {
      const ofIntent = listeners.get(intentId) ?? new Set()
      listeners.set(intentId, ofIntent.add(onChange))
      return () => {
        ofIntent.delete(onChange)
        if (ofIntent.size === 0) listeners.delete(intentId)
      }
    },
    close: stop,
  }
}
