import { isOutcome } from '@connect-account/core/protocol'
import { type Alarm, createAlarm } from '../alarm/alarm.ts'
import { errorForLog } from '../settings/error-for-log.ts'
import type { IntentContext } from './intent-context.ts'

const BATCH = 100
/** Users who come back to other instances are found within this time. */
const MAX_SLEEP_MS = 30_000

/**
 * Says so at the intents whose consent was given and whose signed webhook does not come: nothing but it can prove whose account
 * it is, and the user should know what is awaited. The webhook still settles them when it comes.
 */
export function createLateConfirmation(context: IntentContext): Alarm {
  const { intents, timings, logger, now } = context
  const patience = timings.confirmSeconds * 1000

  async function tell(id: string) {
    await intents.advance(id, new Date(now()), async ({ step }) =>
      isOutcome(step) || step.type !== 'loading'
        ? undefined
        : { step: { ...step, error: { code: 'confirmation_pending' } } },
    )
  }

  return createAlarm(async () => {
    try {
      for (const id of await intents.listUnconfirmed(new Date(now() - patience), BATCH)) await tell(id)
      const first = await intents.firstUnconfirmed()
      return Math.min((first?.getTime() ?? Number.POSITIVE_INFINITY) + patience - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, 'Could not look for consents that nothing has confirmed')
      return MAX_SLEEP_MS
    }
  })
}
