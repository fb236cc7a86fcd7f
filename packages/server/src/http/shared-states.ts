/** The state of what streams follow. */
interface Snapshot {
  /** Changes with the state. */
  readonly id: string
  readonly data: unknown
  /** Whether it is the last one. */
  readonly last: boolean
}

/** A snapshot as it is sent. */
export interface SentState {
  readonly id: string
  readonly json: string
  readonly last: boolean
}

/** What streams follow. Everyone who has the same `key` may see the same state. */
export interface Topic {
  readonly key: string
  readonly read: () => Promise<Snapshot>
  readonly subscribe: (onChange: () => void) => () => void
}

interface Follower {
  /** Called with the state at once, and after each change. It may be called with the same state again. */
  show(state: SentState): void
  /** The state could not be read. It is not called again. */
  fail(): void
}

export interface SharedStates {
  /** Returns a function that ends it. */
  follow(topic: Topic, follower: Follower): () => void
}

export interface SharedStatesSettings {
  /** Milliseconds. Default: 250. */
  readonly pauseMs?: number
  readonly logError: (error: unknown) => void
}

/** The shortest time between two reads of one topic: a first change is read at once, more of them together. */
const PAUSE_MS = 250

/**
 * Reads a state once for all who follow it on this instance, however many they are, and not more often than
 * every 250 ms however often it changes.
 */
export function createSharedStates({ pauseMs = PAUSE_MS, logError }: SharedStatesSettings): SharedStates {
  const states = new Map<string, SharedState>()
  return {
    follow(topic, follower) {
      let state = states.get(topic.key)
      if (!state) {
        state = new SharedState(topic, { pauseMs, logError })
        states.set(topic.key, state)
      }
      const shared = state
      shared.add(follower)
      return () => {
        if (shared.remove(follower) === 0 && states.get(topic.key) === shared) states.delete(topic.key)
      }
    },
  }
}

class SharedState {
  readonly #read: Topic['read']
  readonly #settings: Required<SharedStatesSettings>
  readonly #followers = new Set<Follower>()
  readonly #unsubscribe: () => void
  #latest: SentState | undefined
  #reading = false
  #again = false
  #pause: NodeJS.Timeout | undefined

  constructor({ read, subscribe }: Topic, settings: Required<SharedStatesSettings>) {
    this.#read = read
    this.#settings = settings
    this.#unsubscribe = subscribe(() => this.#refresh())
  }

  add(follower: Follower): void {
    this.#followers.add(follower)
    if (this.#latest) follower.show(this.#latest)
    // The latest state may be older than what the follower has just done.
    this.#refresh()
  }

  /** @returns how many are left. */
  remove(follower: Follower): number {
    if (this.#followers.delete(follower) && this.#followers.size === 0) this.#stop()
    return this.#followers.size
  }

  #refresh(): void {
    if (this.#reading || this.#pause) this.#again = true
    else void this.#readNow()
  }

  async #readNow() {
    this.#again = false
    this.#reading = true
    try {
      const { id, data, last } = await this.#read()
      this.#latest = { id, json: JSON.stringify(data), last }
      for (const follower of this.#followers) follower.show(this.#latest)
    } catch (error) {
      this.#settings.logError(error)
      for (const follower of this.#followers) follower.fail()
    } finally {
      this.#reading = false
    }
    if (this.#followers.size === 0) return
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      if (this.#again) void this.#readNow()
    }, this.#settings.pauseMs)
  }

  #stop(): void {
    this.#unsubscribe()
    clearTimeout(this.#pause)
    this.#pause = undefined
  }
}
