import { isOutcome, type Outcome } from '@connect-account/core/protocol'
import { errorForLog } from '../../log/error-for-log.ts'
import { type AccountStore, publicAccount } from '../../store/account-store.ts'
import type { IntentRecord, NextRevision } from '../../store/intent-store.ts'
import type { LinkStore } from '../../store/link-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { nextCheckpoint } from '../model/next-checkpoint.ts'
import { announceEnd } from './announce-end.ts'
import { linkAccount, linkedAccount } from './link-account.ts'

/** The stores within the transaction. */
interface Stores {
  readonly accounts: AccountStore
  readonly links: LinkStore
}

/** What Unipile answered, and to which question. */
export interface AppliedResult {
  readonly result: UpstreamResult
  /** The id of the checkpoint that the question was about. */
  readonly from: string
  /** Whether nobody acted and the question was only how it stands: then a checkpoint of the same type is still the same one. */
  readonly polled: boolean
  /** The intent as it was when the question was asked. */
  readonly seen?: IntentRecord
}

/**
 * Turns Unipile's answer into the intent's next revision; a no-op where the intent has ended or moved on meanwhile. An end that
 * is linked commits with its account.
 */
export async function applyResult(
  context: IntentContext,
  id: string,
  applied: AppliedResult,
): Promise<{ intent: IntentRecord; changed: boolean }> {
  const now = context.now()
  const written = await applyToSeen(context, applied, now)
  if (written) {
    announceEnd(context, written, applied.result)
    return { intent: written, changed: true }
  }
  const advanced = await context.intents.advance(id, new Date(now), async (intent, accounts, links) => {
    if (applied.result.type !== 'checkpoint') return settle(intent, { accounts, links }, applied, now)
    return pose(context, intent, applied, applied.result, now)
  })
  if (!advanced) throw new Error('The intent was removed while it was open.')
  if (advanced.changed) {
    announceEnd(context, advanced.intent, applied.result)
    await dropSpareAccount(context, advanced.intent, applied.result)
  }
  return advanced
}

/** What every walk does, in one statement; `undefined` where the intent or the account has to be looked at first. */
async function applyToSeen(
  context: IntentContext,
  applied: AppliedResult,
  now: number,
): Promise<IntentRecord | undefined> {
  const { result, polled, seen } = applied
  if (!seen || seen.endedAt) return undefined
  const at = new Date(now)
  if (result.type === 'checkpoint') {
    // While a poll was held somebody may have begun to act, which is no new revision.
    const next = polled ? undefined : pose(context, seen, applied, result, now)
    return next && context.intents.advanceFrom(seen, at, next)
  }
  const isPlainLink = seen.mode === 'link' && seen.linkId === null
  if (result.type !== 'account' || !isPlainLink) return undefined
  return context.intents.linkFrom(seen, at, linkedAccount(seen, result.account))
}

/** The next checkpoint, or another round of the same one. */
function pose(
  context: IntentContext,
  intent: IntentRecord,
  { from, polled }: AppliedResult,
  { checkpoint, intentId }: Extract<UpstreamResult, { type: 'checkpoint' }>,
  now: number,
): NextRevision | undefined {
  if (intent.checkpointId !== from || isOutcome(intent.step)) return undefined
  if (polled && isBusy(intent, now)) return undefined
  // Nobody passes a QR code here: another one takes its place, also where it was asked for.
  const before = polled || intent.step.type === 'qr' ? intent.step : undefined
  const step = nextCheckpoint(checkpoint, before, now, context.timings)
  if (step === intent.step) return undefined
  return { step, ...(intentId ? { upstreamIntentId: intentId } : {}) }
}

/** The end. What Unipile says of the account holds whatever was asked; that nothing came in time holds for that question only. */
async function settle(
  intent: IntentRecord,
  stores: Stores,
  { result, from, polled }: AppliedResult,
  now: number,
): Promise<NextRevision | undefined> {
  switch (result.type) {
    case 'account':
      return { step: await link(intent, stores, result, now) }
    case 'duplicate': {
      const account = result.accountId ? await stores.accounts.findByAccountId(result.accountId) : undefined
      // Whose account it is otherwise is nobody's business.
      const own = account?.userId === intent.userId ? account : undefined
      return { step: { type: 'duplicate', ...(own ? { account: publicAccount(own) } : {}) } }
    }
    case 'restricted':
    case 'mismatch':
      return { step: result }
    case 'expired':
    case 'declined': {
      if (intent.checkpointId !== from) return undefined
      // A poll and an answer can cross: the one that passed the checkpoint tells how it ended, the other finds it gone.
      if (polled ? isBusy(intent, now) : intent.awaiting) return undefined
      return {
        step:
          result.type === 'expired' ? result : failedStep({ code: 'approval_declined', detail: undefined }),
      }
    }
    default:
      return undefined
  }
}

async function link(
  intent: IntentRecord,
  { accounts, links }: Stores,
  { account }: Extract<UpstreamResult, { type: 'account' }>,
  now: number,
): Promise<Outcome> {
  if (intent.relinkAccount) {
    const expected = await accounts.find(intent.userId, intent.relinkAccount)
    if (expected && expected.accountId !== account.id) return { type: 'mismatch' }
  }
  const linked = await linkAccount(accounts, links, intent, account, now)
  if (linked === 'link_used') return failedStep({ code: 'link_used', detail: undefined })
  if (!linked) return { type: 'duplicate' }
  return { type: intent.mode === 'link' ? 'linked' : 'relinked', account: publicAccount(linked) }
}

/** Another attempt has used the link up: what this one linked at Unipile is nobody's here. */
async function dropSpareAccount(
  { accounts, upstream, logger }: IntentContext,
  { id, step }: IntentRecord,
  result: UpstreamResult,
): Promise<void> {
  if (result.type !== 'account' || step.type !== 'failed' || step.error.code !== 'link_used') return
  if (await accounts.findByAccountId(result.account.id)) return
  try {
    await upstream.removeAccount(result.account.id)
  } catch (error) {
    // The intent has ended all the same.
    logger.warn(
      { intent: id, err: errorForLog(error) },
      'Could not remove the account of a link that was used before',
    )
  }
}

function isBusy(intent: IntentRecord, now: number): boolean {
  return intent.busyUntil !== null && intent.busyUntil.getTime() > now
}
