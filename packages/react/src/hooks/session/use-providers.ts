import { createConnectClient, type Provider } from '@connect-account/core'
import { asConnectError } from '@connect-account/core/internal'
import { useEffect, useState } from 'react'
import { sessionRules } from '../error-reports/check-options.ts'
import { useChecked } from '../error-reports/use-checked.ts'
import { useReport } from '../error-reports/use-report.ts'
import { type SessionProps, useSessionOptions } from './session-options.ts'
import { untilReachable } from './until-reachable.ts'

/**
 * The providers that the session may link, with their names and icons; `undefined` until they are known. If
 * they cannot be fetched, they are fetched again from time to time, and when the browser wakes up. Without a
 * session nothing is fetched.
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
    let stopAsking = () => {}
    async function fetchProviders(signal: AbortSignal) {
      const providers = await client.listProviders(signal)
      if (!signal.aborted) setListed({ of: clientOptions, providers })
    }
    fetchProviders(left.signal).catch((error: unknown) => {
      if (left.signal.aborted) return
      stopAsking = untilReachable(asConnectError(error), fetchProviders, () => {})
      report(error)
    })
    return () => {
      left.abort()
      stopAsking()
    }
  }, [hasSession, clientOptions, report])

  // Another user's providers are not shown even for one frame.
  return listed?.of === clientOptions && hasSession ? listed.providers : undefined
}
