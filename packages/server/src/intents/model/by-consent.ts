import type { IntentRecord } from '../../store/intent-store.ts'
import { isWizardIntent } from './wizard.ts'

/** Whether the user allows access on a page of the provider's or of Unipile's, where any browser can be. */
export function isByConsent({ display, method }: IntentRecord): boolean {
  return display !== null || isWizardIntent({ method })
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
