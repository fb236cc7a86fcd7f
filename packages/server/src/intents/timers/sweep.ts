import { errorForLog } from '../../log/error-for-log.ts'
import { createScheduler, type Scheduler } from '../../scheduler/scheduler.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** What is done to intents whose time has come, by nobody's request. */
export interface Sweep {
  /** How long after its moment it is time for an intent, in milliseconds. Default: 0. */
  readonly patience?: number
  /** The ids of the first of those whose moment was before. */
  readonly list: (before: Date, limit: number) => Promise<string[]>
  /** Every instance sweeps: it must be safe to do twice. */
  readonly act: (id: string) => Promise<unknown>
  /** The moment of the first that is left. */
  readonly first: () => Promise<Date | undefined>
  /** What the log says where it fails. */
  readonly failure: string
}

const BATCH = 100
/** Intents of other instances are found within this time. */
const MAX_SLEEP_MS = 30_000

export function createSweep(
  { logger, now }: Pick<IntentContext, 'logger' | 'now'>,
  { patience = 0, list, act, first, failure }: Sweep,
): Scheduler {
  return createScheduler(async () => {
    try {
      for (const id of await list(new Date(now() - patience), BATCH)) await act(id)
      const moment = await first()
      return Math.min((moment?.getTime() ?? Number.POSITIVE_INFINITY) + patience - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, failure)
      return MAX_SLEEP_MS
    }
  })
}
