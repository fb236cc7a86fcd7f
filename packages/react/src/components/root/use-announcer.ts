import { type RefObject, useEffect, useMemo, useRef } from 'react'

/** Long enough for a screen reader to notice. Left there, the text would be read again in reading order. */
const SHOWN_FOR_MS = 1000

interface Announcer {
  /** For the element with `role="status"`. */
  readonly region: RefObject<HTMLParagraphElement | null>
  /** Announces `text` politely. The empty string clears the region. */
  announce(text: string): void
}

/** Announces texts to screen readers and clears them after a second. */
export function useAnnouncer(): Announcer {
  const region = useRef<HTMLParagraphElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])

  return useMemo(
    () => ({
      region,
      announce(text) {
        const { current } = region
        if (!current || (!text && !current.hasChildNodes())) return
        // Screen readers read only changes, so the same text needs a difference.
        current.textContent = text && current.textContent === text ? `${text}\u00a0` : text
        clearTimeout(timer.current)
        timer.current = text ? setTimeout(() => current.replaceChildren(), SHOWN_FOR_MS) : undefined
      },
    }),
    [],
  )
}
