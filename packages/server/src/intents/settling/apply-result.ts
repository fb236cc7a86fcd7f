import { ConnectError } from '@connect-account/core/errors'
import { type CheckpointError, isOutcome } from '@connect-account/core/protocol'
import { publicAccount } from '../../store/account-store.ts'
import type { EarlyDecision, IntentRecord, NextRevision, Stores } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { isByConsent, mayLinkAccount } from '../model/by-consent.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { nextCheckpoint } from '../model/next-checkpoint.ts'
import { linkAccount, linkedAccount } from './link-account.ts'
import { settleEnded } from './settle-ended.ts'

/** Unipile's result, and the request that it belongs to. */
export interface AppliedResult {
  readonly result: UpstreamResult
  /** The id of the checkpoint that the request was about. */
  readonly from: string
  /** Whether this only asked for the state: then a checkpoint of the same type is still the same one. */
  readonly polled: boolean
  /** Whether the account is new at Unipile. Default: yes. */
  readonly isNew?: boolean
  /** What the user has to know at the checkpoint that follows. */
  readonly error?: CheckpointError
  /** The intent as it was when the request was sent: most results are written without reading it again. */
  readonly seen?: IntentRecord
}

/**
 * Turns Unipile's result into the intent's next revision; a no-op if the intent has ended or moved on
 * meanwhile. An end that is linked commits with its account.
 */
export async function applyResult(
  context: IntentContext,
  id: string,
  applied: AppliedResult,
): Promise<{ intent: IntentRecord; changed: boolean }> {
  const result = await adopt(context, applied.result)
  const isAdopted = result !== applied.result
  const isNew = applied.isNew ?? !isAdopted
  const now = context.now()
  const decide = async (intent: IntentRecord, stores: Stores) =>
    result.type === 'checkpoint'
      ? pose(context, intent, applied, result, now)
      : settle(context, intent, stores, { ...applied, result, isNew }, now)
  const at = new Date(now)
  const early = isAdopted ? undefined : decideEarly(context, { ...applied, result }, now)
  let advanced = await context.intents.advance(id, at, decide, early)
  if (result.type === 'account' && advanced?.intent.step.type === 'expired' && isByConsent(advanced.intent)) {
    // Its user brought the consent back late, so the intent becomes linked. Any other end stays.
    advanced = await context.intents.reviveExpired(id, at, decide)
  }
  if (!advanced) throw new Error('The intent was removed while it was open.')
  if (!advanced.changed) await settleEnded(context, advanced.intent, result, isNew)
  return advanced
}

/**
 * Unipile reports a duplicate only after its owner has signed in. If no user here has the account, because a
 * webhook was lost or a backup was restored, it is linked like a new one.
 */
async function adopt({ accounts, upstream }: IntentContext, result: UpstreamResult): Promise<UpstreamResult> {
  if (result.type !== 'duplicate' || !result.accountId) return result
  if (await accounts.findByAccountId(result.accountId)) return result
  try {
    return { type: 'account', account: await upstream.readAccount(result.accountId) }
  } catch (error) {
    if (error instanceof ConnectError) return result
    throw error
  }
}

/**
 * What follows from the intent as it was seen; `undefined` if the row, its link or its account has to be read
 * first.
 */
function decideEarly(context: IntentContext, applied: AppliedResult, now: number): EarlyDecision | undefined {
  const { result, polled, seen } = applied
  if (!seen || seen.endedAt) return undefined
  if (result.type === 'account') {
    const isPlainLink = seen.mode === 'link' && seen.linkId === null
    return isPlainLink ? { seen, next: { newAccount: linkedAccount(seen, result.account) } } : undefined
  }
  // An answer that started while a poll was held makes no new revision, so a poll's checkpoint needs the row.
  if (result.type !== 'checkpoint' || polled) return undefined
  const next = pose(context, seen, applied, result, now)
  return next && { seen, next }
}

/** The next checkpoint, or another round of the same one. */
function pose(
  context: IntentContext,
  intent: IntentRecord,
  { from, polled, error }: AppliedResult,
  { checkpoint, intentId }: Extract<UpstreamResult, { type: 'checkpoint' }>,
  now: number,
): NextRevision | undefined {
  if (intent.checkpointId !== from || isOutcome(intent.step)) return undefined
  if (polled && isBusy(intent, now)) return undefined
  // What is only shown is never answered: the next one is another round of it, even if the user asked for it.
  const isOnlyShown = 'qrcode' in intent.step || intent.step.type === 'show'
  const before = polled || isOnlyShown ? intent.step : undefined
  const step = nextCheckpoint(checkpoint, before, now, context.timings, intent.provider)
  if (step === intent.step) return undefined
  return { step: error ? { ...step, error } : step, ...(intentId ? { upstreamIntentId: intentId } : {}) }
}

/**
 * The end. What Unipile says of the account always counts; an expiry or a refusal counts only for the
 * checkpoint that was asked about.
 */
async function settle(
  context: IntentContext,
  intent: IntentRecord,
  stores: Stores,
  { result, from, polled, isNew }: AppliedResult & { readonly isNew: boolean },
  now: number,
): Promise<NextRevision | undefined> {
  switch (result.type) {
    case 'account':
      // A consent is settled when its return is confirmed.
      if (!mayLinkAccount(intent, result.account.id, context)) return undefined
      return { step: await linkAccount(intent, stores, { ...result, isNew }, now) }
    case 'duplicate': {
      const account = result.accountId ? await stores.accounts.findByAccountId(result.accountId) : undefined
      // Another user's account stays unnamed.
      const own = account?.userId === intent.userId ? account : undefined
      return { step: { type: 'duplicate', ...(own ? { account: publicAccount(own) } : {}) } }
    }
    case 'restricted':
    case 'mismatch':
      return { step: result }
    case 'expired':
    case 'declined': {
      if (intent.checkpointId !== from) return undefined
      // A poll and an answer can cross: the one that passed the checkpoint knows the end, the other finds no
      // checkpoint.
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

function isBusy(intent: IntentRecord, now: number): boolean {
  return intent.busyUntil !== null && intent.busyUntil.getTime() > now
}
