/** What a user typed into one form, by field name. Never a secret. */
export type FormValues = Readonly<Record<string, string>>

/**
 * What the user typed in this flow, by provider, so that a form that is shown again is filled in. It holds no
 * password, cookie or code: the screens leave them out.
 */
export interface TypedValues {
  read(provider: string): FormValues
  /** Replaces the values of these fields and keeps the others. */
  write(provider: string, values: FormValues): void
  /** Forgets everything, because the user goes on with another account. */
  clear(): void
}

export function createTypedValues(): TypedValues {
  const forms = new Map<string, FormValues>()
  return {
    read: (provider) => forms.get(provider) ?? {},
    write: (provider, values) => void forms.set(provider, { ...forms.get(provider), ...values }),
    clear: () => forms.clear(),
  }
}
