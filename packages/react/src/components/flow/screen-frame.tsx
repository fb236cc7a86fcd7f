import { type ReactNode, type RefObject, useEffect } from 'react'

interface ScreenFrameProps {
  readonly frame: RefObject<HTMLDivElement | null>
  /** Whether the next screen is loading. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Wraps one screen. Clears its fields when it leaves the page, so that no typed value outlives it. */
export function ScreenFrame({ frame, isBusy = false, children }: ScreenFrameProps) {
  useEffect(() => {
    const element = frame.current
    return () => {
      // StrictMode and a hidden Activity also run this cleanup, but they leave the element in the page.
      queueMicrotask(() => {
        if (element && !element.isConnected) clearFields(element)
      })
    }
  }, [frame])

  return (
    <div ref={frame} data-ca="step" aria-busy={isBusy || undefined}>
      {children}
    </div>
  )
}

/**
 * Empties every field in `element`. The browser, an extension or the host can keep a removed element in
 * memory. React keeps the last value of each field with it, so a password would live as long as the element.
 */
function clearFields(element: HTMLElement): void {
  for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.value = ''
    // React copies the value of a controlled field into its attribute.
    field.removeAttribute('value')
  }
}
