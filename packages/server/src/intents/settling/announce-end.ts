import type { Outcome } from '@connect-account/core/protocol'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** Notifies the host of an intent that has just ended with this result. To be called after the commit. */
export function announceEnd(
  context: Pick<IntentContext, 'hostCallbacks'>,
  intent: IntentRecord,
  result: UpstreamResult,
): void {
  const { userId, provider, step } = intent
  if (step.type === 'restricted') {
    const { type: _, ...restriction } = step
    context.hostCallbacks.accountRestricted({ userId, provider, ...restriction })
  }
  if (result.type === 'account' && 'account' in step) {
    announceLinked(context, intent, step, result.account.id)
  }
}

/** Notifies the host of an account that was linked. `accountId` is Unipile's. */
export function announceLinked(
  { hostCallbacks }: Pick<IntentContext, 'hostCallbacks'>,
  { userId }: IntentRecord,
  outcome: Outcome,
  accountId: string,
): void {
  if (outcome.type === 'linked') hostCallbacks.accountLinked({ ...outcome.account, userId, accountId })
  if (outcome.type === 'relinked') hostCallbacks.accountRelinked({ ...outcome.account, userId, accountId })
}
