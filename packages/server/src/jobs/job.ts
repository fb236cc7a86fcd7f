import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createAlarm } from '../scheduler/scheduler.ts'
import type { ChoreStore } from '../store/job-store.ts'

/** Work that one instance at a time does at its start, and now and then. */
export interface Chore {
  /** The same on every instance. */
  readonly name: string
  /** Pause between two runs, in milliseconds, 10 000 at the least; 0: at the start of an instance only. */
  readonly everyMs: number
  /** Doing it twice does no harm. Ends soon after `signal` aborts. */
  run(signal: AbortSignal): Promise<void>
}

export interface ChoreContext {
  readonly chores: ChoreStore
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface RunningChore {
  /** Ends the run, if there is one, and never starts another. */
  close(): Promise<void>
}

/** Instances that start together do a chore once: a run that ended so lately counts for all of them, in milliseconds. */
const FRESH_MS = 10_000
/** How often a run shows that it goes on, in milliseconds. */
const RENEW_MS = 3_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 300_000
/** An instance that gave up or died leaves its chore to the others, who find it within this time, in milliseconds. */
const MAX_SLEEP_MS = 30_000

/**
 * Does the chore at once and then each time it is due, beside the requests. A run that fails is logged and tried again with
 * growing pauses, by whichever instance comes first; one whose instance dies is done again when it is due.
 */
export function createChore({ chores, logger, now }: ChoreContext, chore: Chore): RunningChore {
  const closing = new AbortController()
  // While a chore runs, and after it, its row says: a period from the last sign of life.
  const periodMs = Math.max(chore.everyMs, FRESH_MS)
  let isStarting = true
  let isOver = false
  let failures = 0

  const alarm = createAlarm(async () => {
    if (isOver || closing.signal.aborted) return MAX_SLEEP_MS
    try {
      const dueBy = isStarting ? now() + periodMs - FRESH_MS : now()
      const claim = { dueBy: new Date(dueBy), nextDue: new Date(now() + periodMs) }
      if (await chores.claim(chore.name, claim)) await run()
      else isOver = chore.everyMs === 0
      isStarting = false
      const dueAt = (await chores.dueAt(chore.name)) ?? new Date(now())
      return Math.min(dueAt.getTime() - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ chore: chore.name, err: errorForLog(error) }, 'Could not look for a chore')
      return MAX_SLEEP_MS
    }
  })

  async function run() {
    const renewal = setInterval(() => {
      postpone(periodMs).catch((error) =>
        logger.warn({ chore: chore.name, err: errorForLog(error) }, 'Could not renew the claim of a chore'),
      )
    }, RENEW_MS)
    try {
      // While the claim was under way.
      closing.signal.throwIfAborted()
      await chore.run(closing.signal)
      failures = 0
      isOver = chore.everyMs === 0
    } catch (error) {
      if (!closing.signal.aborted) {
        failures += 1
        logger.warn({ chore: chore.name, err: errorForLog(error) }, 'A chore failed; will try again')
      }
    } finally {
      clearInterval(renewal)
    }
    // Closing hands it over at once.
    await postpone(closing.signal.aborted ? 0 : pauseAfter())
  }

  function pauseAfter() {
    return failures === 0 ? periodMs : Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS)
  }

  function postpone(ms: number) {
    return chores.setDue(chore.name, new Date(now() + ms))
  }

  return {
    async close() {
      closing.abort()
      await alarm.close()
    },
  }
}
