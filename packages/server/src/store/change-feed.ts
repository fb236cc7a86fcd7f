import type { Database } from './database.ts'

/** Notifies its subscribers of a change, on whichever instance it was made. */
export interface ChangeFeed {
  /** `onChange` carries no data: read the current state. It may be called without a change. */
  subscribe(key: string, onChange: () => void): () => void
  close(): Promise<void>
}

/**
 * One database listener for all of this instance's streams of a kind. The channel's payload is the key of
 * what has changed.
 */
export async function openChangeFeed(
  database: Pick<Database, 'listen'>,
  channel: string,
): Promise<ChangeFeed> {
  const listeners = new Map<string, Set<() => void>>()
  const stop = await database.listen(
    channel,
    (key) => {
      for (const listener of listeners.get(key) ?? []) listener()
    },
    () => {
      for (const ofKey of listeners.values()) for (const listener of ofKey) listener()
    },
  )
  return {
    subscribe(key, onChange) {
      const ofKey = listeners.get(key) ?? new Set()
      listeners.set(key, ofKey.add(onChange))
      return () => {
        ofKey.delete(onChange)
        if (ofKey.size === 0) listeners.delete(key)
      }
    },
    close: stop,
  }
}
