import type { ConnectError } from '@connect-account/core'
import { useEffect, useState } from 'react'
import { Notice } from './notice.tsx'
import { outageOf, words } from './words.ts'

/** Milliseconds. */
const PAUSE_MS = 5_000

interface OutageProps {
  readonly error: ConnectError
  /** Tries once more. Until it succeeds the notice stays. */
  readonly retry: () => void
}

/** Says which outage it is, and tries again by itself: at once when the browser is back, and from time to time. */
export function Outage({ error, retry }: OutageProps) {
  const [isOnline, setOnline] = useState(navigator.onLine)

  useEffect(() => {
    const timer = setInterval(retryIfSeen, PAUSE_MS)
    function retryIfSeen() {
      setOnline(navigator.onLine)
      if (navigator.onLine && document.visibilityState === 'visible') retry()
    }
    window.addEventListener('online', retryIfSeen)
    window.addEventListener('offline', retryIfSeen)
    document.addEventListener('visibilitychange', retryIfSeen)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retryIfSeen)
      window.removeEventListener('offline', retryIfSeen)
      document.removeEventListener('visibilitychange', retryIfSeen)
    }
  }, [retry])

  const action = { text: words.retry, onPress: retry }
  return <Notice {...outageOf(error, isOnline)} actions={isOnline ? [action] : []} />
}
