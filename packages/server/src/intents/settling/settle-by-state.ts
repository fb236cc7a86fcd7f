import { isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord } from '../../store/intent-store.ts'
import { isByConsent } from '../model/by-consent.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from './apply-result.ts'
import { removeUnused } from './remove-unused.ts'
import { settleConsent } from './settle-consent.ts'

/** What a signed webhook says of an account that was linked or reconnected. */
export interface AccountConfirmation {
  /** The intent's own, which was given to Unipile at the start. */
  readonly state: string
  readonly accountId: string
  /** Whether the account is new at Unipile. */
  readonly added: boolean
}

/**
 * Settles the intent of this `state`. Its name and owner are read from Unipile itself. After a consent the
 * account waits until its user's browser confirms the return.
 */
export async function settleByState(context: IntentContext, news: AccountConfirmation): Promise<void> {
  const intent = await context.intents.findByState(news.state)
  if (!intent) return
  if (isByConsent(intent)) return recordConsent(context, intent, news)
  // The event was applied before, or the response to our own call came first.
  if (isOutcome(intent.step) && !mayStillLink(intent)) return removeIfNew(context, news)
  const account = await context.upstream.readAccount(news.accountId)
  await applyResult(context, intent.id, {
    result: { type: 'account', account },
    from: intent.checkpointId ?? '',
    polled: false,
    isNew: news.added,
  })
}

/** Unipile linked although the intent had ended here: the user of these two has not been told of an account. */
function mayStillLink({ step }: IntentRecord): boolean {
  return step.type === 'expired' || step.type === 'failed'
}

async function recordConsent(
  context: IntentContext,
  { id }: IntentRecord,
  news: AccountConfirmation,
): Promise<void> {
  const { accountId, added } = news
  const at = new Date(context.now())
  const consented = await context.intents.markConsented(id, at, { accountId, isNew: added })
  if (consented) await settleConsent(context, consented)
  else await removeIfNew(context, news)
}

/** An account that existed before stays. */
async function removeIfNew(context: IntentContext, { accountId, added }: AccountConfirmation): Promise<void> {
  if (added) await removeUnused(context, accountId)
}
