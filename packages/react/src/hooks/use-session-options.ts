import type { ClientOptions } from '@connect-account/core'
import { useEffect, useMemo, useRef } from 'react'

/** How a hook reaches the host's backend. */
export interface SessionProps {
  /** The session token that your backend minted, or a function that fetches one; it is called again when one expires. */
  readonly session: string | (() => Promise<string>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string
}

/** A client's options, stable while `baseUrl` is: `session` is read late, so the newest one is always called. */
export function useSessionOptions({ session, baseUrl }: Partial<SessionProps>): ClientOptions {
  const latest = useRef(session)
  useEffect(() => {
    latest.current = session
  })
  return useMemo(
    () => ({
      async session() {
        const { current } = latest
        if (current === undefined) throw new Error('Connect Account: pass "session" or a client of your own.')
        return typeof current === 'string' ? current : current()
      },
      ...(baseUrl !== undefined && { baseUrl }),
    }),
    [baseUrl],
  )
}
