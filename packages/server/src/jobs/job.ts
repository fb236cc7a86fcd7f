import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createScheduler } from '../scheduler/scheduler.ts'
import type { JobStore } from '../store/job-store.ts'

/** Work that one instance at a time does at its start, and now and then. */
export interface Job {
  /** The same on every instance. */
  readonly name: string
  /** Pause between two runs, in milliseconds, 10 000 at the least; 0: at the start of an instance only. */
  readonly everyMs: number
  /** Doing it twice does no harm. Ends soon after `signal` aborts. */
  run(signal: AbortSignal): Promise<void>
}

export interface JobContext {
  readonly jobs: JobStore
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface RunningJob {
  /** Ends the run, if there is one, and never starts another. */
  close(): Promise<void>
}

/** Instances that start together do a job once: a run that ended so lately counts for all of them, in milliseconds. */
const FRESH_MS = 10_000
/** How often a run shows that it goes on, in milliseconds. */
const RENEW_MS = 3_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 300_000
/** An instance that gave up or died leaves its job to the others, who find it within this time, in milliseconds. */
const MAX_SLEEP_MS = 30_000

/**
 * Does the job at once and then each time it is due, beside the requests. A run that fails is logged and tried again with
 * growing pauses, by whichever instance comes first; one whose instance dies is done again when it is due.
 */
export function createJob({ jobs, logger, now }: JobContext, job: Job): RunningJob {
  const closing = new AbortController()
  // While a job runs, and after it, its row says: a period from the last sign of life.
  const periodMs = Math.max(job.everyMs, FRESH_MS)
  let isStarting = true
  let isOver = false
  let failures = 0

  const scheduler = createScheduler(async () => {
    if (isOver || closing.signal.aborted) return MAX_SLEEP_MS
    try {
      const dueBy = isStarting ? now() + periodMs - FRESH_MS : now()
      const claim = { dueBy: new Date(dueBy), nextDue: new Date(now() + periodMs) }
      if (await jobs.claim(job.name, claim)) await run()
      else isOver = job.everyMs === 0
      isStarting = false
      const dueAt = (await jobs.dueAt(job.name)) ?? new Date(now())
      return Math.min(dueAt.getTime() - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ job: job.name, err: errorForLog(error) }, 'Could not look for a job')
      return MAX_SLEEP_MS
    }
  })

  async function run() {
    const renewal = setInterval(() => {
      postpone(periodMs).catch((error) =>
        logger.warn({ job: job.name, err: errorForLog(error) }, 'Could not renew the claim of a job'),
      )
    }, RENEW_MS)
    try {
      // While the claim was under way.
      closing.signal.throwIfAborted()
      await job.run(closing.signal)
      failures = 0
      isOver = job.everyMs === 0
    } catch (error) {
      if (!closing.signal.aborted) {
        failures += 1
        logger.warn({ job: job.name, err: errorForLog(error) }, 'A job failed; will try again')
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
    return jobs.setDue(job.name, new Date(now() + ms))
  }

  return {
    async close() {
      closing.abort()
      await scheduler.close()
    },
  }
}
