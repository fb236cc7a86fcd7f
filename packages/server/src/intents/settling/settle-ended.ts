import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { isByConsent } from '../model/by-consent.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { linkAccount } from './link-account.ts'
import { removeUnused } from './remove-unused.ts'

/**
 * Unipile has a result for an intent that has ended here. An account is linked if the intent failed or has
 * expired, because its user has not been told of one; otherwise it is removed at Unipile, and so is what a
 * canceled intent may still link.
 */
export async function settleEnded(
  context: IntentContext,
  intent: IntentRecord,
  result: UpstreamResult,
  isNew: boolean,
): Promise<void> {
  const { step, mode, expiresAt, endedAt } = intent
  if (!endedAt) return
  if (result.type === 'account') {
    const isByUser = !isByConsent(intent)
    // Nothing tells yet whose browser consented: what is not confirmed is removed later.
    if (step.type === 'expired' && !isByUser) return
    if (isByUser && (step.type === 'expired' || step.type === 'failed')) {
      return linkLate(context, intent, result, isNew)
    }
    if (isNew) await removeUnused(context, result.account.id)
    return
  }
  if (step.type !== 'canceled' || mode !== 'link') return
  if (result.type !== 'checkpoint' || !result.intentId) return
  const accountId = context.upstream.futureAccount(result.intentId)
  if (accountId) await context.removals.add(accountId, new Date(context.now()), expiresAt)
}

async function linkLate(
  context: IntentContext,
  intent: IntentRecord,
  { account }: Extract<UpstreamResult, { type: 'account' }>,
  isNew: boolean,
): Promise<void> {
  await context.intents.asOne(async (stores) => {
    if (intent.linkId) await stores.links.lockOpen(intent.linkId)
    // The event was applied before, by an instance that died before it marked it.
    if (isNew && (await stores.accounts.lockByAccountId(account.id))) return
    await linkAccount(intent, stores, { account, isNew }, context.now())
  })
}
