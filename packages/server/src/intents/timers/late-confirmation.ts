import { isOutcome } from '@connect-account/core/protocol'
import type { Scheduler } from '../../scheduler/scheduler.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { createSweep } from './sweep.ts'

/**
 * Says so at the intents whose consent was given and whose signed webhook does not come: nothing but it can prove whose account
 * it is, and the user should know what is awaited. The webhook still settles them when it comes.
 */
export function createLateConfirmation(context: IntentContext): Scheduler {
  const { intents, timings, now } = context
  return createSweep(context, {
    patience: timings.confirmSeconds * 1000,
    list: (before, limit) => intents.listUnconfirmed(before, limit),
    act: (id) =>
      intents.advance(id, new Date(now()), async ({ step }) =>
        isOutcome(step) || step.type !== 'loading'
          ? undefined
          : { step: { ...step, error: { code: 'confirmation_pending' } } },
      ),
    first: () => intents.firstUnconfirmed(),
    failure: 'Could not look for consents that nothing has confirmed',
  })
}
