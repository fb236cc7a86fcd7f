import { isWizardIntent } from './wizard.ts'

/** The method of an intent whose user signs in on the provider's consent page. */
const CONSENT_METHOD = 'consent'

/** Whether this intent's user signs in on a page elsewhere, the provider's or Unipile's, and comes back. */
export function isConsentIntent({ method }: { readonly method: string }): boolean {
  return method === CONSENT_METHOD || isWizardIntent({ method })
}
