import type { Worker } from '../../scheduler/worker.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { expireIntent } from '../verbs/read-intent.ts'
import { createSweep } from './sweep.ts'

/** Ends the intents that have expired. */
export function createExpiry(context: IntentContext): Worker {
  const { intents } = context
  return createSweep(context, {
    what: 'expired intents',
    list: (now, limit) => intents.listExpired(now, limit),
    act: (id) => expireIntent(context, id),
    first: () => intents.nextExpiry(),
  })
}
