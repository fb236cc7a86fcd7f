import type { Provider } from '@connect-account/core'

/** The provider's mark in its own colors, as decoration next to its name. */
export function ProviderIcon({ provider }: { provider: Provider }) {
  return (
    <span data-ca="provider-icon" data-provider={provider.id}>
      <svg data-ca="provider-mark" viewBox="0 0 24 24" aria-hidden="true">
        <ProviderPaths provider={provider} />
      </svg>
    </span>
  )
}

/** The mark on a 24 × 24 grid, for a drawing. */
export function ProviderPaths({ provider }: { provider: Provider }) {
  return provider.icon.map(({ path, color }) => <path key={path} d={path} fill={color} fillRule="evenodd" />)
}
