/** The methods that Unipile's wizard can be limited to. */
const wizardMethods = ['credentials', 'cookies'] as const

export type WizardMethod = (typeof wizardMethods)[number]

/** Those of `methods` that the wizard can be limited to. */
export function wizardMethodsOf(methods: readonly string[]): WizardMethod[] {
  return wizardMethods.filter((method) => methods.includes(method))
}
