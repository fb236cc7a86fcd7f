/** Lets a limited number of tasks run at once; the others wait their turn. */
export interface Lane {
  /** Resolves to the function that leaves the lane, once there is room. Rejects with the signal's reason when it aborts first. */
  enter(signal?: AbortSignal): Promise<() => void>
}

/** A lane that is `width` tasks wide: first come, first served. */
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
        const giveUp = () => {
          waiting.delete(admit)
          reject(signal?.reason)
        }
        function admit() {
          free--
          waiting.delete(admit)
          signal?.removeEventListener('abort', giveUp)
          resolve(leave)
        }
        if (signal?.aborted) giveUp()
        else if (free > 0) admit()
        else {
          waiting.add(admit)
          signal?.addEventListener('abort', giveUp)
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
 * A browser opens six connections to an origin over HTTP/1.1: the page's one event stream, and the calls to the handler here. No
 * number of lists can hold up a call that the user waits for.
 */
const pageLanes: CallLanes = { user: createLane(3), watch: createLane(2), session: createLane(2) }

const unlimited: Lane = createLane(Number.POSITIVE_INFINITY)

/** The lanes of the page, shared by all of its clients; without limits where there is no page. */
export function defaultLanes(): CallLanes {
  return 'document' in globalThis ? pageLanes : { user: unlimited, watch: unlimited, session: unlimited }
}
