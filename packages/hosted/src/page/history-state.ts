/** What this page's history entry keeps: it survives a reload even if the browser blocks storage, and is sent nowhere. */
export interface KeptInHistory {
  readonly token?: string
  /** What this browser keeps since it continued with the link. */
  readonly browser?: string
}

const MEMBER = 'connectLink'

export function readHistory(): KeptInHistory {
  const kept = membersOf(membersOf(window.history.state)[MEMBER])
  const { token, browser } = kept
  return {
    ...(typeof token === 'string' ? { token } : {}),
    ...(typeof browser === 'string' ? { browser } : {}),
  }
}

/** Adds to what the entry keeps. @param address The entry's new address. Default: as it is. */
export function keepInHistory(kept: KeptInHistory, address?: string): void {
  const state = { ...membersOf(window.history.state), [MEMBER]: { ...readHistory(), ...kept } }
  try {
    window.history.replaceState(state, '', address)
  } catch {
    // Browsers refuse it in some sandboxed frames, or if it is called too often. The page works without.
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
