import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createWorker } from '../scheduler/worker.ts'
import type { JobStore } from '../store/job-store.ts'

/** Periodic work that one instance at a time runs. */
export interface Job {
  /** The same on every instance. */
  readonly name: string
  /** Pause between two runs, in milliseconds, at least 10 000; 0: only when an instance starts. */
  readonly everyMs: number
  /** It must be safe to run twice. Ends soon after `signal` aborts. */
  run(signal: AbortSignal): Promise<void>
}

export interface JobContext {
  readonly jobs: JobStore
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface RunningJob {
  /** Ends the current run, if any, and never starts another. */
  close(): Promise<void>
}

/**
 * Instances that start together run a job once: a run that ended this recently counts for all of them, in
 * milliseconds.
 */
const FRESH_MS = 10_000
/** How often a run renews its claim, in milliseconds. */
const RENEW_MS = 3_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 300_000
/** The job of an instance that closed or died is found by the others within this time, in milliseconds. */
const MAX_SLEEP_MS = 30_000

/**
 * Runs the job at once and then each time it is due. A run that fails is logged and tried again with growing
 * pauses, by the instance that claims it first; the job of an instance that died runs again when it is due.
 */
export function createJob({ jobs, logger, now }: JobContext, job: Job): RunningJob {
  const closing = new AbortController()
  // While a job runs, and after it, its row is due one period after the last renewal.
  const periodMs = Math.max(job.everyMs, FRESH_MS)
  let isStarting = true
  let isOver = false
  let failures = 0

  const worker = createWorker<Job>(
    { logger, now },
    {
      what: 'jobs',
      concurrency: 1,
      maxSleepMs: MAX_SLEEP_MS,
      async claim() {
        if (isOver || closing.signal.aborted) return []
        const dueBy = new Date(isStarting ? now() + periodMs - FRESH_MS : now())
        const nextDue = new Date(now() + periodMs)
        const isClaimed = await jobs.claim(job.name, { dueBy, nextDue, periodMs })
        isStarting = false
        if (!isClaimed && job.everyMs === 0) isOver = true
        return isClaimed ? [job] : []
      },
      run,
      nextDue: async () => (isOver ? undefined : jobs.dueAt(job.name)),
      describe: ({ name }) => ({ job: name }),
    },
  )

  async function run() {
    const renewal = setInterval(() => {
      postpone(periodMs).catch((error) =>
        logger.warn({ job: job.name, err: errorForLog(error) }, 'Could not renew the claim of a job'),
      )
    }, RENEW_MS)
    try {
      // It may have been closed while it was claimed.
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
    // A closing instance hands the job over at once.
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
      await worker.close()
    },
  }
}
