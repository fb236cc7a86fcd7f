import { type ReactNode, type RefObject, useEffect } from 'react'
import { forgetFields } from './forget-fields.ts'

interface ScreenFrameProps {
  readonly frame: RefObject<HTMLDivElement | null>
  /** Whether the next screen is loading. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Around one screen. Once it left the page, nothing that was typed into it is kept by its elements. */
export function ScreenFrame({ frame, isBusy = false, children }: ScreenFrameProps) {
  useEffect(() => {
    const element = frame.current
    return () => {
      // StrictMode and a hidden Activity run this too, but leave the element where it is.
      queueMicrotask(() => {
        if (element && !element.isConnected) forgetFields(element)
      })
    }
  }, [frame])

  return (
    <div ref={frame} data-ca="step" aria-busy={isBusy || undefined}>
      {children}
    </div>
  )
}
