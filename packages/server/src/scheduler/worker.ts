import { errorForLog } from '../log/error-for-log.ts'
import type { Logger, LogMembers } from '../log/logger.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'

export type Worker = Scheduler

export interface WorkerContext {
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Work that comes due row by row, on whichever instance claims it. */
export interface WorkerOptions<T> {
  /** What the items are, for the log: `webhook events`. */
  readonly what: string
  /** Takes at most `limit` items that are due, so that no other worker takes them while they run. */
  readonly claim: (limit: number) => Promise<readonly T[]>
  /** Works on one item. If it rejects, that is logged, and the item is left until it can be claimed again. */
  readonly run: (item: T) => Promise<unknown>
  /** When the next item is due. */
  readonly nextDue: () => Promise<Date | undefined>
  /** How many items run at a time. */
  readonly concurrency: number
  /** Within this time, in milliseconds, it finds what other instances have added or dropped. */
  readonly maxSleepMs: number
  /** Names the item in the log. Default: no members. */
  readonly describe?: (item: T) => LogMembers
}

/**
 * Claims what is due, runs it, and sleeps until the next item is due. Every poller of the server is one of
 * these.
 */
export function createWorker<T>(
  { logger, now }: WorkerContext,
  { what, claim, run, nextDue, concurrency, maxSleepMs, describe }: WorkerOptions<T>,
): Worker {
  const running = new Set<Promise<void>>()

  const scheduler = createScheduler(async () => {
    try {
      const free = concurrency - running.size
      if (free > 0) for (const item of await claim(free)) start(item)
      // The end of a run looks again.
      if (running.size >= concurrency) return maxSleepMs
      const next = await nextDue()
      return Math.min((next?.getTime() ?? Number.POSITIVE_INFINITY) - now(), maxSleepMs)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, `Could not poll ${what}; will try again`)
      return maxSleepMs
    }
  })

  function start(item: T) {
    const work = runOne(item).then((isDone) => {
      running.delete(work)
      // A failure waits for the next look, so that an item which always fails does not spin.
      if (isDone) scheduler.wakeWithin(0)
    })
    running.add(work)
  }

  async function runOne(item: T): Promise<boolean> {
    try {
      await run(item)
      return true
    } catch (error) {
      logger.error(
        { ...describe?.(item), err: errorForLog(error) },
        `Could not finish ${what}; will try again`,
      )
      return false
    }
  }

  return {
    wake: scheduler.wake,
    wakeWithin: scheduler.wakeWithin,
    async close() {
      await scheduler.close()
      await Promise.all(running)
    },
  }
}
