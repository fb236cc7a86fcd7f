import { createConnectClient, type Provider } from '@connect-account/core'
import { useEffect, useState } from 'react'
import { onBrowserWake } from '../browser/browser-wake.ts'
import { sessionRules } from '../error-reports/check-options.ts'
import { useChecked } from '../error-reports/use-checked.ts'
import { useReport } from '../error-reports/use-report.ts'
import { type SessionProps, useSessionOptions } from './session-options.ts'

/**
 * The providers that the session may link, with their names and icons; `undefined` until they are known. If
 * they cannot be fetched, they are fetched again when the browser wakes up. Without a session nothing is
 * fetched.
 */
export function useProviders(options: Partial<SessionProps>): readonly Provider[] | undefined {
  return useListedProviders(options, useReport(options.onError))
}

/** `useProviders` with failures reported to `report`. */
export function useListedProviders(
  given: Partial<SessionProps>,
  fail: (error: unknown) => void,
): readonly Provider[] | undefined {
  const { valid, report } = useChecked(given, sessionRules, fail)
  const clientOptions = useSessionOptions(valid)
  const [listed, setListed] = useState<{ of: object; providers: readonly Provider[] }>()
  const hasSession = valid.session !== undefined

  useEffect(() => {
    if (!hasSession) return
    const client = createConnectClient(clientOptions)
    const left = new AbortController()
    let stopListening = () => {}
    function ask() {
      stopListening()
      client.listProviders(left.signal).then(
        (providers) => {
          if (!left.signal.aborted) setListed({ of: clientOptions, providers })
        },
        (error: unknown) => {
          if (left.signal.aborted) return
          stopListening = onBrowserWake(ask)
          report(error)
        },
      )
    }
    ask()
    return () => {
      left.abort()
      stopListening()
    }
  }, [hasSession, clientOptions, report])

  // Another user's providers are not shown even for one frame.
  return listed?.of === clientOptions && hasSession ? listed.providers : undefined
}
