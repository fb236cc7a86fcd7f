import { type Alarm, createAlarm } from '../alarm/alarm.ts'
import { errorForLog } from '../settings/error-for-log.ts'
import type { IntentContext } from './intent-context.ts'
import { expireIntent } from './read-intent.ts'

const BATCH = 100
/** Intents that other instances start are found within this time. */
const MAX_SLEEP_MS = 30_000

/** Ends the intents whose time is over. Every instance does so; an end is written once. */
export function createExpiry(context: IntentContext): Alarm {
  return createAlarm(async () => {
    try {
      for (const id of await context.intents.listExpired(new Date(context.now()), BATCH)) {
        await expireIntent(context, id)
      }
      const next = await context.intents.nextExpiry()
      return Math.min((next?.getTime() ?? Number.POSITIVE_INFINITY) - context.now(), MAX_SLEEP_MS)
    } catch (error) {
      context.logger.error({ err: errorForLog(error) }, 'Could not end the intents whose time is over')
      return MAX_SLEEP_MS
    }
  })
}
