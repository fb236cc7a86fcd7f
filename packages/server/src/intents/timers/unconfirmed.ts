import type { Worker } from '../../scheduler/worker.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { findReturnedAccount } from '../settling/find-returned-account.ts'
import { removeUnused } from '../settling/remove-unused.ts'
import { refuseConsent, settleConsent } from '../settling/settle-consent.ts'
import { createSweep } from './sweep.ts'

/**
 * Ends the consents that the browser of their user has not confirmed in time, and removes at Unipile what they
 * have linked there.
 */
export function createUnconfirmed(context: IntentContext): readonly Worker[] {
  const { intents, timings } = context
  const patienceMs = timings.returnMinutes * 60_000

  /** A webhook named the account. */
  async function endConsented(id: string): Promise<void> {
    const intent = await intents.find(id)
    if (!intent?.consentedAt) return
    // The instance that settled it crashed.
    if (intent.confirmedAt) await settleConsent(context, intent)
    else await refuseConsent(context, intent, 'consent_unconfirmed')
  }

  /** A return named the account, which Unipile has to confirm: anyone can type a return. */
  async function endReturned(id: string): Promise<void> {
    const intent = await intents.find(id)
    if (!intent?.returnToken) return
    if (intent.mode === 'link') await removeReturned(intent)
    await refuseConsent(context, intent, 'consent_unconfirmed')
    await intents.dropReturnToken(id)
  }

  async function removeReturned(intent: IntentRecord): Promise<void> {
    const account = await findReturnedAccount(context, intent)
    if (account) await removeUnused(context, account.id)
  }

  return [
    createSweep(context, {
      what: 'unconfirmed returns',
      patienceMs,
      list: (before, limit) => intents.listUnconfirmed(before, limit),
      act: endReturned,
      first: () => intents.firstUnconfirmed(),
    }),
    createSweep(context, {
      what: 'unconfirmed consents',
      patienceMs,
      list: (before, limit) => intents.listUnlinked(before, limit),
      act: endConsented,
      first: () => intents.firstUnlinked(),
    }),
  ]
}
