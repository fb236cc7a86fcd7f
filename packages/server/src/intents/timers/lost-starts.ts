import { ConnectError } from '@connect-account/core/errors'
import type { Scheduler } from '../../scheduler/scheduler.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { WIZARD_METHOD } from '../model/wizard.ts'
import { createSweep } from './sweep.ts'

/**
 * Ends the intents whose start was never heard of again: whoever asked Unipile has died over it. An account that Unipile has linked
 * all the same comes by its webhook.
 */
export function createLostStarts(context: IntentContext): Scheduler {
  const { intents, timings, now } = context
  // A mailbox takes longest: its servers are looked for before and after.
  const longestStart = timings.upstreamTimeoutMs + timings.mailTimeoutMs + 2 * timings.mailLookupMs
  const failed = failedStep(new ConnectError('upstream_timeout'))
  return createSweep(context, {
    patience: 2 * longestStart,
    list: (before, limit) => intents.listLostStarts(WIZARD_METHOD, before, limit),
    act: (id) =>
      intents.advance(id, new Date(now()), async ({ upstreamIntentId, step }) =>
        upstreamIntentId === null && step.type === 'loading' ? { step: failed } : undefined,
      ),
    first: () => intents.firstLostStart(WIZARD_METHOD),
    failure: 'Could not look for starts that were never heard of again',
  })
}
