import { type ReactNode, useEffect, useRef } from 'react'

interface NoticeProps {
  readonly heading: string
  readonly text: ReactNode
  /** A second paragraph. */
  readonly more?: string
  /** Adds a mark that says at a glance how it ended. */
  readonly tone?: 'success' | 'warning'
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
export function Notice({ heading, text, more, tone, actions = [], links = [], foot }: NoticeProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // It replaces the element that had the focus.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="notice" data-tone={tone}>
      {tone && <Mark tone={tone} />}
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

/** A drawing, because screen readers would read a character. The heading says the same. */
function Mark({ tone }: { readonly tone: 'success' | 'warning' }) {
  return (
    <svg className="mark" data-tone={tone} viewBox="0 0 24 24" aria-hidden="true">
      <path d={tone === 'success' ? 'm6.5 12.5 3.7 3.7 7.3-8' : 'M12 6.5v7m0 3.7v.1'} />
    </svg>
  )
}
