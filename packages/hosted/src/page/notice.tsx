import type { Provider } from '@connect-account/core'
import { type ReactNode, useEffect, useRef } from 'react'

/** The lines of a provider's mark. */
export type ProviderMark = Provider['icon']

interface NoticeProps {
  readonly heading: string
  readonly text: ReactNode
  /** A second paragraph. */
  readonly more?: string
  /** Adds a mark that says at a glance how it ended. */
  readonly tone?: 'success' | 'warning'
  /** The mark of the provider that it is about. Its badge is then what says how it ended. */
  readonly provider?: ProviderMark
  readonly actions?: readonly NoticeAction[]
  /** Where the visitor came from, and where they get help. */
  readonly links?: readonly NoticeLink[]
  /** Below the card's content. */
  readonly foot?: ReactNode
}

interface NoticeAction {
  readonly text: string
  readonly onPress: () => void
  /** Whether it is not what the page suggests. */
  readonly isQuiet?: boolean
}

export interface NoticeLink {
  readonly href: string
  readonly text: string
}

/** A message of the page itself, on a card that looks like the flow's. */
export function Notice({ heading, text, more, tone, provider, actions = [], links = [], foot }: NoticeProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // It replaces the element that had the focus.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="notice" data-tone={tone}>
      {tone && <Mark tone={tone} provider={provider} />}
      <h2 ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <p>{text}</p>
      {more && <p>{more}</p>}
      {actions.length > 0 && (
        <div className="actions">
          {actions.map(({ text: label, onPress, isQuiet }) => (
            <button key={label} type="button" data-quiet={isQuiet || undefined} onClick={onPress}>
              {label}
            </button>
          ))}
        </div>
      )}
      {links.map(({ href, text: label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
      {foot}
    </section>
  )
}

interface MarkProps {
  readonly tone: 'success' | 'warning'
  readonly provider: ProviderMark | undefined
}

/** As at the kit's ends. A drawing, because screen readers would read a character. The heading says the same. */
function Mark({ tone, provider = [] }: MarkProps) {
  const icon = (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={tone === 'success' ? 'm5 12.5 4.5 4.5L19 7.5' : 'M12 5.5v8m0 4.5v.01'} />
    </svg>
  )
  if (provider.length === 0)
    return (
      <span className="mark" data-tone={tone}>
        {icon}
      </span>
    )
  return (
    <span className="mark" data-tone={tone} data-of-provider>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {provider.map(({ path, color }) => (
          <path key={path} d={path} fill={color} fillRule="evenodd" />
        ))}
      </svg>
      <span className="badge">{icon}</span>
    </span>
  )
}
