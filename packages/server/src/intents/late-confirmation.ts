import { isOutcome } from '@connect-account/core/protocol'
import type { Alarm } from '../alarm/alarm.ts'
import type { IntentContext } from './intent-context.ts'
import { createSweep } from './sweep.ts'

/**
 * Says so at the intents whose consent was given and whose signed webhook does not come: nothing but it can prove whose account
 * it is, and the user should know what is awaited. The webhook still settles them when it comes.
 */
export function createLateConfirmation(context: IntentContext): Alarm {
  const { intents, timings, now } = context
  const patience = timings.confirmSeconds * 1000
  return createSweep(context, {
    list: (limit) => intents.listUnconfirmed(new Date(now() - patience), limit),
    act: (id) =>
      intents.advance(id, new Date(now()), async ({ step }) =>
        isOutcome(step) || step.type !== 'loading'
          ? undefined
          : { step: { ...step, error: { code: 'confirmation_pending' } } },
      ),
    async next() {
      const first = await intents.firstUnconfirmed()
      return first && new Date(first.getTime() + patience)
    },
    failure: 'Could not look for consents that nothing has confirmed',
  })
}
