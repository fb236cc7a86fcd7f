import { useEffect, useRef } from 'react'
import { words } from './words.ts'

interface NoticeProps {
  readonly heading: string
  readonly text: string
  readonly tone?: 'success' | 'neutral'
  readonly onRetry?: () => void
  /** Where the visitor came from, and where they get help. */
  readonly links?: readonly NoticeLink[]
}

export interface NoticeLink {
  readonly href: string
  readonly text: string
}

/** A message of the page itself, on a card that looks like the flow's. */
export function Notice({ heading, text, tone = 'neutral', onRetry, links = [] }: NoticeProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // It replaces the element that had the focus.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="notice" data-tone={tone}>
      <h2 ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <p>{text}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
      {links.map(({ href, text: label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </section>
  )
}
