/** A media query, or `undefined` if the browser has none. */
export function mediaQuery(query: string): MediaQueryList | undefined {
  try {
    return globalThis.matchMedia(query) ?? undefined
  } catch {
    // Not in a browser, or in one whose privacy settings refuse it.
    return undefined
  }
}

/** Whether the browser matches a media query; `undefined` if that is unknown. */
export const matchesMedia = (query: string): boolean | undefined => mediaQuery(query)?.matches
