import { type RefObject, useEffect, useMemo, useRef } from 'react'

/** Long enough for a screen reader to take it up; after that it would be met a second time, in reading order. */
const SHOWN_FOR_MS = 1000

interface Announcer {
  /** The element with `role="status"`. */
  readonly region: RefObject<HTMLParagraphElement | null>
  /** Says `text` politely; the empty string removes what was said. */
  announce(text: string): void
}

/** Says things to a screen reader, and clears them away again. */
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
        // The same text twice is no change, and no change is not read out.
        current.textContent = text && current.textContent === text ? `${text}\u00a0` : text
        clearTimeout(timer.current)
        timer.current = text ? setTimeout(() => current.replaceChildren(), SHOWN_FOR_MS) : undefined
      },
    }),
    [],
  )
}
