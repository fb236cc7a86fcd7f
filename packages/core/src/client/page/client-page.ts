import type { StreamSlot } from './stream-slot.ts'

/** `hidden`: in a background tab. `gone`: unloaded, possibly into the back/forward cache. */
export type PageState = 'visible' | 'hidden' | 'gone'

/** The page that clients run in, and what its clients share. */
export interface ClientPage {
  readonly state: PageState
  /**
   * Calls `listener` when the state changes, and when the browser is back online, until the returned function
   * is called.
   */
  onChange(listener: () => void): () => void
  /** Decides which watch may hold the page's event stream. */
  readonly streams: StreamSlot
  /**
   * Notifies every page of the origin, this one included, that accounts may have changed. Carries no data.
   */
  announceChange(): void
  /** Calls `listener` after each announcement, until the returned function is called. */
  onAnnouncedChange(listener: () => void): () => void
}

/** The page outside a browser, as in Node.js: always visible, and every watch has its own stream. */
export function noPage(): ClientPage {
  const listeners = new Set<() => void>()
  return {
    state: 'visible',
    onChange: () => () => {},
    streams: {
      ask(_use, onDecision) {
        onDecision(true)
        return () => {}
      },
    },
    announceChange() {
      for (const listener of listeners) listener()
    },
    onAnnouncedChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
