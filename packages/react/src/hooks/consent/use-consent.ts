import type { ConnectTransport, Intent } from '@connect-account/core'
import { useCallback, useEffect, useRef, useState } from 'react'

interface Consent {
  readonly isOpen: boolean
  /** Goes to the consent page of this intent. */
  open(url: string, intentId: string): void
}

interface ConsentOptions {
  /** Whether an intent by consent is open, and the host wants its page in a popup. */
  readonly isWanted: boolean
  readonly transport: ConnectTransport
  /** The same function in every render. */
  readonly onIntent: (intent: Intent) => void
}

/**
 * Opens the provider's consent page. The popup's code loads while the user reads; without it, this tab opens
 * the page.
 */
export function useConsent({ isWanted, transport, onIntent }: ConsentOptions): Consent {
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
        // The popup's code is not loaded, so this tab opens the page.
      },
    )
    return () => {
      close.current?.()
      setOpen(false)
    }
  }, [isWanted])

  const open = useCallback(
    (url: string, intentId: string) => {
      close.current?.()
      close.current = popup.current?.openConsentWindow({ url, intentId, transport, onIntent })
      setOpen(close.current !== undefined)
      if (!close.current) window.location.assign(url)
    },
    [transport, onIntent],
  )
  return { isOpen, open }
}
