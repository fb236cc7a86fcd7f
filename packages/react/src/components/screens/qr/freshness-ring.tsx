import { useEffect, useRef } from 'react'

/**
 * A line around the QR code that shrinks until the code expires. The CSS animation is timed through the
 * CSSOM, because a strict CSP forbids style attributes.
 */
export function FreshnessRing({ shownAt, expiresAt }: { shownAt: number; expiresAt: number }) {
  const line = useRef<SVGRectElement>(null)

  useEffect(() => {
    const { style } = line.current ?? {}
    style?.setProperty('animation-duration', `${expiresAt - shownAt}ms`)
    style?.setProperty('animation-delay', `${shownAt - Date.now()}ms`)
  }, [shownAt, expiresAt])

  return (
    <svg data-ca="qr-ring" viewBox="0 0 100 100" fill="none" aria-hidden="true">
      <rect x="1" y="1" width="98" height="98" rx="7" />
      <rect
        key={shownAt}
        ref={line}
        x="1"
        y="1"
        width="98"
        height="98"
        rx="7"
        pathLength="1"
        data-ca="qr-ring-line"
      />
    </svg>
  )
}
