import { useEffect, useRef } from 'react'

interface NoticeProps {
  readonly heading: string
  readonly text: string
  readonly tone?: 'success' | 'neutral'
  readonly onRetry?: () => void
}

/** A card in the look of the flow's own, for what the page itself has to say. */
export function Notice({ heading, text, tone = 'neutral', onRetry }: NoticeProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // It takes the place of what had the focus.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="notice" data-tone={tone}>
      <h2 ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <p>{text}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  )
}
