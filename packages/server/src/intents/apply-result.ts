import { isOutcome, type Outcome } from '@connect-account/core/protocol'
import { type AccountStore, publicAccount } from '../store/account-store.ts'
import type { IntentRecord, NextRevision } from '../store/intent-store.ts'
import type { UpstreamResult } from '../upstream/upstream.ts'
import { failedStep } from './failed-step.ts'
import type { IntentContext } from './intent-context.ts'
import { linkAccount } from './link-account.ts'
import { nextCheckpoint } from './next-checkpoint.ts'

/** What Unipile answered, and to which question. */
export interface AppliedResult {
  readonly result: UpstreamResult
  /** The id of the checkpoint that the question was about. */
  readonly from: string
  /** Whether nobody acted and the question was only how it stands: then a checkpoint of the same type is still the same one. */
  readonly polled: boolean
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
  const advanced = await context.intents.advance(id, new Date(now), async (intent, accounts) => {
    if (applied.result.type !== 'checkpoint') return settle(intent, accounts, applied, now)
    return pose(context, intent, applied, applied.result, now)
  })
  if (!advanced) throw new Error('The intent was removed while it was open.')
  return advanced
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
  accounts: AccountStore,
  { result, from, polled }: AppliedResult,
  now: number,
): Promise<NextRevision | undefined> {
  switch (result.type) {
    case 'account':
      return { step: await link(intent, accounts, result, now) }
    case 'duplicate': {
      const account = result.accountId ? await accounts.findByAccountId(result.accountId) : undefined
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
  accounts: AccountStore,
  { account }: Extract<UpstreamResult, { type: 'account' }>,
  now: number,
): Promise<Outcome> {
  if (intent.relinkAccount) {
    const expected = await accounts.find(intent.userId, intent.relinkAccount)
    if (expected && expected.accountId !== account.id) return { type: 'mismatch' }
  }
  const linked = await linkAccount(accounts, intent, account, now)
  if (!linked) return { type: 'duplicate' }
  return { type: intent.mode === 'link' ? 'linked' : 'relinked', account: publicAccount(linked) }
}

function isBusy(intent: IntentRecord, now: number): boolean {
  return intent.busyUntil !== null && intent.busyUntil.getTime() > now
}
