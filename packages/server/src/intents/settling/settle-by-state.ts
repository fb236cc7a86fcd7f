import type { IntentRecord } from '../../store/intent-store.ts'
import { isConsentIntent } from '../model/consent-method.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from './apply-result.ts'
import { isMismatch, linkAccount } from './link-account.ts'

/** What a signed webhook says of an account that was linked or reconnected. */
export interface AccountConfirmation {
  /** The intent's own, which was given to Unipile at the start. */
  readonly state: string
  readonly accountId: string
  /** Whether the account is new at Unipile. */
  readonly added: boolean
}

/** Settles the intent of this `state`. Its name and owner are read from Unipile itself. */
export async function settleByState(context: IntentContext, news: AccountConfirmation): Promise<void> {
  const intent = await context.intents.findByState(news.state)
  if (!intent) return
  if (intent.endedAt) return settleLate(context, intent, news)
  const settled = await applyAccount(context, intent, news)
  // It ended while the account was read.
  if (!settled.changed) await settleLate(context, settled.intent, news)
}

async function applyAccount(
  context: IntentContext,
  { id, checkpointId, endedAt }: IntentRecord,
  news: AccountConfirmation,
) {
  const account = await context.upstream.readAccount(news.accountId)
  return applyResult(context, id, {
    result: { type: 'account', account },
    from: checkpointId ?? '',
    polled: false,
    isLate: endedAt !== null,
  })
}

/**
 * The intent has ended here, but Unipile linked: the account is its user's or, if the user canceled, removed.
 */
async function settleLate(
  context: IntentContext,
  intent: IntentRecord,
  news: AccountConfirmation,
): Promise<void> {
  switch (intent.step.type) {
    case 'expired':
      // A consent may be given late: its intent becomes linked. Any other end stays the one that was shown.
      if (isConsentIntent(intent)) {
        await applyAccount(context, intent, news)
        return
      }
      return linkLate(context, intent, news)
    case 'failed':
      return linkLate(context, intent, news)
    case 'canceled':
      return dropNew(context, news)
  }
}

async function linkLate(
  context: IntentContext,
  intent: IntentRecord,
  news: AccountConfirmation,
): Promise<void> {
  const account = await context.upstream.readAccount(news.accountId)
  const linked = await context.intents.asOne(async ({ accounts, links }) => {
    // The event was applied before, by an instance that died before it marked it.
    if (news.added && (await accounts.lockByAccountId(account.id))) return undefined
    if (await isMismatch(accounts, intent, account.id)) return 'mismatch'
    return linkAccount(accounts, links, intent, account, context.now())
  })
  // The link has ended, or it is another account than the one to reconnect.
  if (typeof linked === 'string') return dropNew(context, news)
  if (!linked) return
  if (intent.mode === 'link') context.hostCallbacks.accountLinked(linked)
  else context.hostCallbacks.accountRelinked(linked)
}

/** Canceling does not remove an account that existed before. */
async function dropNew({ removals, now }: IntentContext, news: AccountConfirmation): Promise<void> {
  if (!news.added) return
  const at = new Date(now())
  await removals.add(news.accountId, at, at)
}
