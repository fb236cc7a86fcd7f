import type { IntentMemory } from '@connect-account/core'

/**
 * Keeps the id of the open intent in this tab's session storage, so that a reload resumes it. The id opens nothing
 * without its user's session; no secret is ever stored. Where storage is off, nothing is remembered.
 */
export function tabMemory(accountId: string | undefined): IntentMemory {
  const key = `connect-account:intent:${accountId ?? 'new'}`
  return {
    read: () => withStorage((storage) => storage.getItem(key)) ?? undefined,
    write: (intentId) => void withStorage((storage) => storage.setItem(key, intentId)),
    clear: () => void withStorage((storage) => storage.removeItem(key)),
  }
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    // Blocked by the browser's settings, or there is no browser: the flow works, a reload starts afresh.
    return undefined
  }
}

/** Whether some flow of this tab is in this intent. */
export function isRemembered(intentId: string): boolean {
  return withStorage((storage) => Object.values(storage).includes(intentId)) ?? false
}

/** Remembers nothing. */
export const noMemory: IntentMemory = { read: () => undefined, write: () => {}, clear: () => {} }
