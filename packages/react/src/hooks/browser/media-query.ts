/** A media query, or `undefined` if the browser does not support it. */
export function mediaQuery(query: string): MediaQueryList | undefined {
  try {
    return globalThis.matchMedia(query) ?? undefined
  } catch {
    // There is no browser, or its privacy settings refuse media queries.
    return undefined
  }
}

/** Whether the browser matches a media query; `undefined` if that is unknown. */
export const matchesMedia = (query: string): boolean | undefined => mediaQuery(query)?.matches
