import type { Provider } from '@connect-account/core'

/** A phone on which the provider's notification arrives. */
export function PhoneIllustration({ provider }: { provider: Provider }) {
  return (
    <svg data-ca="phone" viewBox="0 0 160 132" aria-hidden="true">
      <path data-part="body" d="M42 132V22A16 16 0 0 1 58 6h44a16 16 0 0 1 16 16v110" />
      <path data-part="speaker" d="M72 16h16" />
      <g data-part="notice">
        <rect x="24" y="40" width="112" height="44" rx="12" />
        <path
          d={provider.icon.path}
          fill={provider.icon.color}
          fillRule="evenodd"
          transform="translate(34 50)"
        />
        <path data-part="line" d="M68 56h54M68 68h32" />
      </g>
    </svg>
  )
}
