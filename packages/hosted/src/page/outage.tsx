import type { ConnectError } from '@connect-account/core'
import { useEffect, useState } from 'react'
import { Notice } from './notice.tsx'
import { useWords } from './words/words-context.ts'

/** Milliseconds. */
const PAUSE_MS = 5_000

interface OutageProps {
  readonly error: ConnectError
  /** Tries once more. Until it succeeds the notice stays. */
  readonly retry: () => void
}

/** Says which outage it is, and tries again by itself: at once when the browser is back, and from time to time. */
export function Outage({ error, retry }: OutageProps) {
  const words = useWords()
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
  const which = !isOnline ? 'offline' : error.code.startsWith('network_') ? 'unreachable' : 'server'
  return <Notice {...words.outage[which]} actions={isOnline ? [action] : []} />
}
