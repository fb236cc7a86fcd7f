import { isOutcome } from '@connect-account/core/protocol'
import type { Worker } from '../../scheduler/worker.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { createSweep } from './sweep.ts'

/**
 * Marks the intents whose consent was given and whose signed webhook is late, so that the user sees what is
 * awaited: only the webhook proves whose account it is. It still settles the intent when it arrives.
 */
export function createLateConfirmation(context: IntentContext): Worker {
  const { intents, timings, now } = context
  return createSweep(context, {
    what: 'unconfirmed consents',
    patienceMs: timings.confirmSeconds * 1000,
    list: (before, limit) => intents.listUnconfirmed(before, limit),
    act: (id) =>
      intents.advance(id, new Date(now()), async ({ step }) =>
        isOutcome(step) || step.type !== 'loading'
          ? undefined
          : { step: { ...step, error: { code: 'confirmation_pending' } } },
      ),
    first: () => intents.firstUnconfirmed(),
  })
}
