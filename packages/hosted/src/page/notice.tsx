import { type ReactNode, useEffect, useRef } from 'react'

interface NoticeProps {
  readonly heading: string
  readonly text: ReactNode
  /** A second paragraph. */
  readonly more?: string
  readonly tone?: 'success' | 'neutral'
  readonly actions?: readonly NoticeAction[]
  /** Where the visitor came from, and where they get help. */
  readonly links?: readonly NoticeLink[]
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
export function Notice({ heading, text, more, tone = 'neutral', actions = [], links = [] }: NoticeProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // It replaces the element that had the focus.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="notice" data-tone={tone}>
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
    </section>
  )
}
