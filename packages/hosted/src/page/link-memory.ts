import type { IntentMemory } from '@connect-account/core'

const TOKEN = 'connect-account:link'
const INTENT = 'connect-account:link-intent'

/** Which link this tab is of, for the way back from a provider's consent page. Another link begins anew. */
export function rememberToken(token: string): void {
  if (rememberedToken() === token) return
  withStorage((storage) => {
    storage.setItem(TOKEN, token)
    storage.removeItem(INTENT)
  })
}

export function rememberedToken(): string | undefined {
  return withStorage((storage) => storage.getItem(TOKEN)) ?? undefined
}

/** The open attempt of this tab's link, so that a reload resumes it. */
export const linkMemory: IntentMemory = {
  read: () => withStorage((storage) => storage.getItem(INTENT)) ?? undefined,
  write: (intentId) => void withStorage((storage) => storage.setItem(INTENT, intentId)),
  clear: () => void withStorage((storage) => storage.removeItem(INTENT)),
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    // Blocked by the browser's settings: a reload starts afresh, and after a consent page the link has to be
    // opened again.
    return undefined
  }
}
