import type { IntentMemory } from '@connect-account/core'

const TOKEN = 'connect-account:link'
const INTENT = 'connect-account:link-intent'

/**
 * Stores the link's token for the return from a provider's consent page. A different link forgets the intent.
 */
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

/** The open intent of this tab's link, so that a reload resumes it. */
export const linkMemory: IntentMemory = {
  read: () => withStorage((storage) => storage.getItem(INTENT)) ?? undefined,
  write: (intentId) => void withStorage((storage) => storage.setItem(INTENT, intentId)),
  clear: () => void withStorage((storage) => storage.removeItem(INTENT)),
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    // The browser's settings block storage. The history entry keeps the token for a reload; after a consent page the
    // user must open the link again.
    return undefined
  }
}
