import type { Clock } from '../client/index.ts'

/** A clock that moves only by `advance`. */
export interface ManualClock extends Clock {
  /** Moves the time forward by `milliseconds` and calls the callbacks that are due, in order. */
  advance(milliseconds: number): void
  /** How many calls are pending. */
  readonly waiting: number
  /** When the next of them is due. */
  readonly nextDue: number | undefined
}

/** A clock that starts at `start` (epoch milliseconds). */
export function manualClock(start = 0): ManualClock {
  let now = start
  let due: { at: number; callback: () => void }[] = []
  return {
    now: () => now,
    after(delay, callback) {
      const entry = { at: now + delay, callback }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    advance(milliseconds) {
      const end = now + milliseconds
      while (true) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due = due.filter((other) => other !== next)
        now = next.at
        next.callback()
      }
      now = end
    },
    get waiting() {
      return due.length
    },
    get nextDue() {
      return due.length > 0 ? Math.min(...due.map(({ at }) => at)) : undefined
    },
  }
}
