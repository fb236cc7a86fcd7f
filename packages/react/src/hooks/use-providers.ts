import { createConnectClient, type Provider } from '@connect-account/core'
import { useEffect, useState } from 'react'
import { onBrowserWake } from './browser-wake.ts'
import { type SessionProps, useSessionOptions } from './use-session-options.ts'

/**
 * The providers that the session may link, with their names and icons; `undefined` until they are known. Where they cannot be
 * had, they are asked for again when the browser wakes up. Without a session nothing is asked.
 */
export function useProviders(options: Partial<SessionProps>): readonly Provider[] | undefined {
  const [providers, setProviders] = useState<readonly Provider[]>()
  const clientOptions = useSessionOptions(options)
  const hasSession = options.session !== undefined

  useEffect(() => {
    if (!hasSession) return
    const client = createConnectClient(clientOptions)
    const left = new AbortController()
    let stopListening = () => {}
    function ask() {
      stopListening()
      client.listProviders(left.signal).then(setProviders, () => {
        if (!left.signal.aborted) stopListening = onBrowserWake(ask)
      })
    }
    ask()
    return () => {
      left.abort()
      stopListening()
    }
  }, [hasSession, clientOptions])

  return providers
}
