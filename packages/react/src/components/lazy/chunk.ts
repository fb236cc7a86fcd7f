/** Milliseconds before the one automatic retry of a failed load. */
const RETRY_DELAY_MS = 1000

interface ChunkState<M> {
  /** The exports of the chunk, once it is loaded. */
  readonly module?: M
  /** Why the last load failed. Kept during the next load, so that the screen does not flicker. */
  readonly error?: unknown
  readonly isLoading: boolean
}

/**
 * Code that loads on demand, as a store for `useSyncExternalStore`.
 *
 * Not `React.lazy` with `Suspense`: React delays a suspended screen by up to 300 ms, replaces the previous
 * screen with a fallback, and never retries a failed load.
 */
export interface Chunk<M> {
  subscribe(listener: () => void): () => void
  read(): ChunkState<M>
  /** The state on a server and while hydrating. */
  readOnServer(): ChunkState<M>
  /** Loads the code for a screen that needs it now. Does nothing if it is loading or loaded. */
  load(): void
  /** Loads the code because it may be needed next. Ignores a failure, because `load` tries again. */
  preload(): void
}

/** Creates a chunk that `importModule` loads. Retries a failed load once. */
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
        // Most failures are short network outages.
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

/** A chunk that is loaded from the start. */
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
