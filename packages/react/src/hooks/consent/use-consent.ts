import type { ConnectTransport, Intent } from '@connect-account/core'
import { useCallback, useEffect, useRef, useState } from 'react'

interface Consent {
  readonly isOpen: boolean
  open(url: string): void
}

interface ConsentOptions {
  readonly intentId: string
  /** Whether the intent is at its consent page, and that is to be shown in a window of its own. */
  readonly isWanted: boolean
  readonly transport: ConnectTransport
  /** The same function in every render. */
  readonly onIntent: (intent: Intent) => void
}

/** The way to the provider's consent page. A popup's code loads while the user reads; without it, the page goes there itself. */
export function useConsent({ intentId, isWanted, transport, onIntent }: ConsentOptions): Consent {
  const [isOpen, setOpen] = useState(false)
  const popup = useRef<typeof import('./consent-window.ts')>(undefined)
  const close = useRef<() => void>(undefined)

  useEffect(() => {
    if (!isWanted) return
    import('./consent-window.ts').then(
      (loaded) => {
        popup.current = loaded
      },
      () => {
        // Not loaded, so the page goes there itself.
      },
    )
    return () => {
      close.current?.()
      setOpen(false)
    }
  }, [isWanted])

  const open = useCallback(
    (url: string) => {
      close.current?.()
      close.current = popup.current?.openConsentWindow({ url, intentId, transport, onIntent })
      setOpen(close.current !== undefined)
      if (!close.current) window.location.assign(url)
    },
    [intentId, transport, onIntent],
  )
  return { isOpen, open }
}
