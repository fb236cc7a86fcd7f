import type { Alarm } from '../alarm/alarm.ts'
import type { IntentContext } from './intent-context.ts'
import { expireIntent } from './read-intent.ts'
import { createSweep } from './sweep.ts'

/** Ends the intents whose time is over. */
export function createExpiry(context: IntentContext): Alarm {
  const { intents, now } = context
  return createSweep(context, {
    list: (limit) => intents.listExpired(new Date(now()), limit),
    act: (id) => expireIntent(context, id),
    next: () => intents.nextExpiry(),
    failure: 'Could not end the intents whose time is over',
  })
}
