import type { IntentRecord } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** Notifies the host of an intent that has just ended with this result. To be called after the commit. */
export function announceEnd(
  { hostCallbacks }: Pick<IntentContext, 'hostCallbacks'>,
  { userId, provider, step }: IntentRecord,
  result: UpstreamResult,
): void {
  if (step.type === 'restricted') {
    const { type: _, ...restriction } = step
    hostCallbacks.accountRestricted({ userId, provider, ...restriction })
  }
  if (result.type !== 'account') return
  const { id: accountId } = result.account
  if (step.type === 'linked') hostCallbacks.accountLinked({ ...step.account, userId, accountId })
  if (step.type === 'relinked') hostCallbacks.accountRelinked({ ...step.account, userId, accountId })
}
