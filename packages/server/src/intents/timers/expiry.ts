import type { Scheduler } from '../../scheduler/scheduler.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { expireIntent } from '../verbs/read-intent.ts'
import { createSweep } from './sweep.ts'

/** Ends the intents whose time is over. */
export function createExpiry(context: IntentContext): Scheduler {
  const { intents } = context
  return createSweep(context, {
    list: (now, limit) => intents.listExpired(now, limit),
    act: (id) => expireIntent(context, id),
    first: () => intents.nextExpiry(),
    failure: 'Could not end the intents whose time is over',
  })
}
