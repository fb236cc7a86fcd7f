import { type Alarm, createAlarm } from '../alarm/alarm.ts'
import { errorForLog } from '../settings/error-for-log.ts'
import type { IntentContext } from './intent-context.ts'

/** What is done to intents whose time has come, by nobody's request. */
export interface Sweep {
  /** The ids of the first of those that it is time for. */
  readonly list: (limit: number) => Promise<string[]>
  /** Every instance sweeps: it must be safe to do twice. */
  readonly act: (id: string) => Promise<unknown>
  /** When it is time for the next one. */
  readonly next: () => Promise<Date | undefined>
  /** What the log says where it fails. */
  readonly failure: string
}

const BATCH = 100
/** Intents of other instances are found within this time. */
const MAX_SLEEP_MS = 30_000

export function createSweep(
  { logger, now }: Pick<IntentContext, 'logger' | 'now'>,
  { list, act, next, failure }: Sweep,
): Alarm {
  return createAlarm(async () => {
    try {
      for (const id of await list(BATCH)) await act(id)
      const at = await next()
      return Math.min((at?.getTime() ?? Number.POSITIVE_INFINITY) - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, failure)
      return MAX_SLEEP_MS
    }
  })
}
