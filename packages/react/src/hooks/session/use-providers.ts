import { createConnectClient, type Provider } from '@connect-account/core'
import { asConnectError } from '@connect-account/core/internal'
import { useEffect, useState } from 'react'
import { sessionRules } from '../error-reports/check-options.ts'
import { useChecked } from '../error-reports/use-checked.ts'
import { useReport } from '../error-reports/use-report.ts'
import { type SessionProps, useSessionAccess } from './session-options.ts'
import { sharingCatalogue } from './shared-session.ts'
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
  const access = useSessionAccess(valid)
  const [listed, setListed] = useState<{ of: object; providers: readonly Provider[] }>()
  const hasSession = valid.session !== undefined

  useEffect(() => {
    if (!hasSession) return
    const { options, readSession, userKey } = access
    const client = sharingCatalogue(createConnectClient(options), readSession, { ...options, userKey })
    const left = new AbortController()
    let stopAsking = () => {}
    async function fetchProviders(signal: AbortSignal) {
      const providers = await client.listProviders(signal)
      if (!signal.aborted) setListed({ of: access, providers })
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
  }, [hasSession, access, report])

  // Another user's providers are not shown even for one frame.
  return listed?.of === access && hasSession ? listed.providers : undefined
}
