import type { Provider } from '@connect-account/core'

/** The provider's logo in its own color, as decoration next to its name. */
export function ProviderIcon({ provider }: { provider: Provider }) {
  return (
    <span data-ca="provider-icon" data-provider={provider.id}>
      <svg data-ca="provider-mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d={provider.icon.path} fill={provider.icon.color} fillRule="evenodd" />
      </svg>
    </span>
  )
}
