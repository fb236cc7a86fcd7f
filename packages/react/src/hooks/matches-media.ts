/** Whether the browser matches a media query; `undefined` if it cannot tell. */
export function matchesMedia(query: string): boolean | undefined {
  try {
    return globalThis.matchMedia(query).matches
  } catch {
    // Not in a browser, or in one whose privacy settings refuse it.
    return undefined
  }
}
