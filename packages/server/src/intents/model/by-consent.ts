import type { IntentRecord } from '../../store/intent-store.ts'

/** Whether the user allows access on a page of the provider's, where any browser can be. */
export function isByConsent({ display }: IntentRecord): boolean {
  return display !== null
}

/**
 * Whether the intent may link this account. After a consent the browser that returned with this very account
 * must also have its user's session.
 */
export function mayLinkAccount(
  intent: IntentRecord,
  accountId: string,
  { allowUnboundConsent }: { readonly allowUnboundConsent: boolean },
): boolean {
  if (!isByConsent(intent)) return true
  const { confirmedAt, returnedAccount } = intent
  if (!confirmedAt) return false
  return returnedAccount === accountId || (returnedAccount === null && allowUnboundConsent)
}
