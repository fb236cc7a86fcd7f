/** How long a chunk that failed to load is left alone before the one automatic retry, in milliseconds. */
const RETRY_DELAY_MS = 1000

interface ChunkState<M> {
  /** What the chunk exports, once it is loaded. */
  readonly module?: M
  /** Why the last load failed. Kept while the next one is under way, so that the screen does not flicker. */
  readonly error?: unknown
  readonly isLoading: boolean
}

/**
 * Code that is loaded when it is needed, as a store for `useSyncExternalStore`.
 *
 * Not `React.lazy` with `Suspense`: React holds back a suspended screen for up to 300 ms, shows its fallback in place of the
 * screen that was there, and remembers a failed load forever.
 */
export interface Chunk<M> {
  subscribe(listener: () => void): () => void
  read(): ChunkState<M>
  /** What the server renders, and the browser while it hydrates. */
  readOnServer(): ChunkState<M>
  /** Loads it because a screen needs it now. Does nothing while it is loading, or once it is loaded. */
  load(): void
  /** Loads it because it may be needed next. A failure is not reported: `load` tries again. */
  preload(): void
}

/** A chunk of the code that `importModule` imports. A load that fails is repeated once, after a second. */
export function chunk<M>(importModule: () => Promise<M>): Chunk<M> {
  const initial: ChunkState<M> = { isLoading: false }
  const listeners = new Set<() => void>()
  let state = initial
  let isNeeded = false

  function set(next: ChunkState<M>) {
    state = next
    for (const listener of [...listeners]) listener()
  }

  function start() {
    if (state.isLoading || state.module) return
    set({ ...state, isLoading: true })
    importModule()
      .catch(async () => {
        // Most often the network was away for a moment.
        await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS))
        return importModule()
      })
      .then(
        (module) => set({ module, isLoading: false }),
        (error: unknown) => set({ isLoading: false, ...(isNeeded && { error }) }),
      )
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => state,
    readOnServer: () => initial,
    load() {
      isNeeded = true
      start()
    },
    preload: start,
  }
}

/** Code that is there from the start. */
export function loadedChunk<M>(module: M): Chunk<M> {
  const state: ChunkState<M> = { module, isLoading: false }
  return {
    subscribe: () => () => {},
    read: () => state,
    readOnServer: () => state,
    load() {},
    preload() {},
  }
}
