/** The method of an intent that is solved in Unipile's own hosted wizard; no catalogue has it. */
export const WIZARD_METHOD = 'wizard'

/** The provider of such an intent while the user may still choose one of several. */
export const ANY_PROVIDER = '*'

/** Whether this intent is solved in the wizard. */
export function isWizardIntent({ method }: { readonly method: string }): boolean {
  return method === WIZARD_METHOD
}
