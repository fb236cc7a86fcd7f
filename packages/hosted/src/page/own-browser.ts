import { keepInHistory, readHistory } from './history-state.ts'

/**
 * A link belongs to the browser in which its visitor first continued. This browser proves that it is the one by a random
 * text of its own for each link. Local storage keeps it, because the visitor may open the link again in another tab.
 */
const PREFIX = 'connect-account:link:'

/** A link works for 30 days at most. */
const KEEP_MS = 31 * 24 * 3_600_000

/** The text for this link; `undefined` if this browser has not continued with it. */
export function ownBrowser(token: string): string | undefined {
  const stored = withStorage((storage) => storage.getItem(keyOf(token)))
  return stored?.split('.')[0] || readHistory().browser
}

/** The text for this link, from now on. */
export function keepOwnBrowser(token: string): string {
  const browser = ownBrowser(token) ?? randomText()
  keepInHistory({ browser })
  withStorage((storage) => {
    removeOld(storage)
    storage.setItem(keyOf(token), `${browser}.${Date.now()}`)
  })
  return browser
}

/** 12 of the token's 43 characters name the link. The other 186 bits are not stored beyond the tab. */
function keyOf(token: string): string {
  return PREFIX + token.slice(0, 12)
}

/** 144 bits, safe in a URL. It also works in a page without a secure context. */
function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

function removeOld(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) {
    if (!key?.startsWith(PREFIX)) continue
    const keptAt = Number(storage.getItem(key)?.split('.')[1])
    if (!(Date.now() - keptAt < KEEP_MS)) storage.removeItem(key)
  }
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.localStorage)
  } catch {
    // The browser's settings block storage. The history entry keeps the text until the tab is closed.
    return undefined
  }
}
