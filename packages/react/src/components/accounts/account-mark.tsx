import { ProviderIcon } from '../parts/provider-icon.tsx'
import type { NamedAccount } from './account-names.ts'

/** The provider's icon, or its first letter if there is no icon. */
export function AccountMark({ provider, providerName }: NamedAccount) {
  if (provider) return <ProviderIcon provider={provider} />
  return (
    <span data-ca="account-letter" aria-hidden="true">
      {providerName.slice(0, 1).toUpperCase()}
    </span>
  )
}
