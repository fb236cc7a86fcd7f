/** The client's clock; tests inject their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls `callback` after `delay` milliseconds; the returned function cancels the call. */
  after(delay: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}

/** Resolves after `delay` milliseconds (`Infinity`: never), or as soon as `signal` aborts. Never rejects. */
export function pause(clock: Clock, delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (delay === 0 || signal?.aborted) return resolve()
    const done = () => {
      cancelTimer()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const cancelTimer = delay === Infinity ? () => {} : clock.after(delay, done)
    signal?.addEventListener('abort', done)
  })
}
