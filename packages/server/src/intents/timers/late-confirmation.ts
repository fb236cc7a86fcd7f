import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import { isOutcome } from '@connect-account/core/protocol'
import type { Worker } from '../../scheduler/worker.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from '../settling/apply-result.ts'
import { findReturnedAccount } from '../settling/find-returned-account.ts'
import { settleConsent } from '../settling/settle-consent.ts'
import { createSweep } from './sweep.ts'

const unavailable: ReadonlySet<ErrorCode> = new Set([
  'upstream_rate_limited',
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_unreachable',
])

/**
 * Asks Unipile about the intents whose consent was given and confirmed, and whose signed webhook is late. What Unipile does
 * not confirm is marked, so that the user sees what is awaited; the webhook still settles it when it arrives.
 */
export function createLateConfirmation(context: IntentContext): Worker {
  const { intents, timings, logger, now } = context

  async function confirm(id: string): Promise<void> {
    const intent = await intents.find(id)
    if (intent?.consentedAccount) return void (await settleConsent(context, intent))
    const account = intent && !intent.endedAt ? await ask(intent) : undefined
    if (account) {
      await applyResult(context, id, { result: { type: 'account', account }, from: '', polled: false })
      return
    }
    await intents.advance(id, new Date(now()), async ({ step }) =>
      isOutcome(step) || step.type !== 'loading'
        ? undefined
        : { step: { ...step, error: { code: 'confirmation_pending' } } },
    )
  }

  /** If Unipile is down, the sweep is repeated. What it cannot answer at all stands in nobody's way. */
  async function ask(intent: IntentRecord) {
    try {
      return await findReturnedAccount(context, intent)
    } catch (error) {
      const isDown = error instanceof ConnectError && unavailable.has(error.code)
      if (isDown || !(error instanceof ConnectError)) throw error
      logger.warn({ intent: intent.id, code: error.code }, 'Could not confirm a consent at Unipile')
      return undefined
    }
  }

  return createSweep(context, {
    what: 'consents without a webhook',
    patienceMs: timings.confirmSeconds * 1000,
    list: (before, limit) => intents.listUnreported(before, limit),
    act: confirm,
    first: () => intents.firstUnreported(),
  })
}
