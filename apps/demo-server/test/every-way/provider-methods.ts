import { providerCatalogue } from '@connect-account/core/catalogue'
import { Secret } from '@connect-account/core/protocol'
import { fillForm } from '@connect-account/sandbox/testing'

/** A provider, and one of its methods. */
export interface ProviderMethod {
  readonly provider: string
  readonly method: string
}

/** Every provider with each of its methods under API v2, which has no pairing code. */
export const providerMethods: readonly ProviderMethod[] = providerCatalogue.flatMap(({ id, methods }) =>
  methods
    .filter((method) => method.id !== 'pairing_code')
    .map((method) => ({ provider: id, method: method.id })),
)

/**
 * Returns a persona's credentials for the start; none if the user signs in later, on the phone or on a
 * consent page.
 */
export function credentialsFor(
  { provider, method }: ProviderMethod,
  persona: string,
): { credentials?: Secret<Record<string, string>> } {
  const found = providerCatalogue.find(({ id }) => id === provider)?.methods.find(({ id }) => id === method)
  if (found?.kind !== 'form' || found.fields.length === 0) return {}
  return { credentials: new Secret(fillForm(found.fields, persona)) }
}
