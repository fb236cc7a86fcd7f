import { ConnectError } from '@connect-account/core/errors'
import type { Worker } from '../../scheduler/worker.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { WIZARD_METHOD } from '../model/wizard.ts'
import { createSweep } from './sweep.ts'

/**
 * Ends the intents whose start never got a result because the instance that called Unipile crashed. If
 * Unipile linked an account anyway, its webhook reports it.
 */
export function createLostStarts(context: IntentContext): Worker {
  const { intents, timings, now } = context
  // A mailbox takes longest: its servers are looked up before and after.
  const longestStart = timings.upstreamTimeoutMs + timings.mailTimeoutMs + 2 * timings.mailLookupMs
  const failed = failedStep(new ConnectError('upstream_timeout'))
  return createSweep(context, {
    what: 'lost starts',
    patienceMs: 2 * longestStart,
    list: (before, limit) => intents.listLostStarts(WIZARD_METHOD, before, limit),
    act: (id) =>
      intents.advance(id, new Date(now()), async ({ upstreamIntentId, step }) =>
        upstreamIntentId === null && step.type === 'loading' ? { step: failed } : undefined,
      ),
    first: () => intents.firstLostStart(WIZARD_METHOD),
  })
}
