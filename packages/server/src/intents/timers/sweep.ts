import { createWorker, type Worker } from '../../scheduler/worker.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** A periodic change of intents, which no request triggers. */
export interface Sweep {
  /** What the intents are, for the log: `expired intents`. */
  readonly what: string
  /** How long after its moment an intent is due, in milliseconds. Default: 0. */
  readonly patienceMs?: number
  /** The ids of the first intents whose moment is before the given one. */
  readonly list: (before: Date, limit: number) => Promise<string[]>
  /** Every instance sweeps, so it must be safe to run twice. */
  readonly act: (id: string) => Promise<unknown>
  /** The moment of the first intent that is left. */
  readonly first: () => Promise<Date | undefined>
}

const BATCH = 100
/** Intents of other instances are found within this time. */
const MAX_SLEEP_MS = 30_000

export function createSweep(
  context: Pick<IntentContext, 'logger' | 'now'>,
  { what, patienceMs = 0, list, act, first }: Sweep,
): Worker {
  return createWorker(context, {
    what,
    // One batch at a time, intent by intent: no user waits for a sweep.
    concurrency: 1,
    maxSleepMs: MAX_SLEEP_MS,
    async claim() {
      const ids = await list(new Date(context.now() - patienceMs), BATCH)
      return ids.length > 0 ? [ids] : []
    },
    async run(ids) {
      for (const id of ids) await act(id)
    },
    async nextDue() {
      const moment = await first()
      return moment && new Date(moment.getTime() + patienceMs)
    },
  })
}
