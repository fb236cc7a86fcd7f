/** Lets a limited number of tasks run at once; the others wait their turn. */
export interface Lane {
  /**
   * Resolves, once there is room, to the function that leaves the lane. Rejects with the signal's reason if
   * it aborts first.
   */
  enter(signal?: AbortSignal): Promise<() => void>
}

/** A lane for `width` tasks at once, in the order in which they enter. */
export function createLane(width: number): Lane {
  let free = width
  const waiting = new Set<() => void>()

  function leave() {
    free++
    const [next] = waiting
    next?.()
  }

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        const rejectAborted = () => {
          waiting.delete(admit)
          reject(signal?.reason)
        }
        function admit() {
          free--
          waiting.delete(admit)
          signal?.removeEventListener('abort', rejectAborted)
          resolve(leave)
        }
        if (signal?.aborted) rejectAborted()
        else if (free > 0) admit()
        else {
          waiting.add(admit)
          signal?.addEventListener('abort', rejectAborted)
        }
      }),
  }
}

/** The lanes, by purpose. */
export interface CallLanes {
  /** Calls that the user waits for. */
  readonly user: Lane
  /** Polls of watches. */
  readonly watch: Lane
  /** The host's `session` function. */
  readonly session: Lane
}

/**
 * A browser opens six connections to an origin over HTTP/1.1: one is for the page's event stream, the others
 * are for calls. With separate lanes, lists cannot delay a call that the user waits for.
 */
const pageLanes: CallLanes = { user: createLane(3), watch: createLane(2), session: createLane(2) }

const unlimited: Lane = createLane(Number.POSITIVE_INFINITY)

/** The lanes of the page, shared by all of its clients; without limits outside a page. */
export function defaultLanes(): CallLanes {
  return 'document' in globalThis ? pageLanes : { user: unlimited, watch: unlimited, session: unlimited }
}
