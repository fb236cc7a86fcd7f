import { type ClientOptions, ConnectError } from '@connect-account/core'
import { useEffect, useMemo } from 'react'
import type { OnError } from '../error-reports/on-error.ts'

/** How a hook reaches the host's backend. */
export interface SessionProps {
  /**
   * The session token that your backend minted, or a function that fetches one; the function is called again when a token
   * expires. Another string is another session: what was there before is dropped.
   */
  readonly session: string | (() => Promise<string>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string | undefined
  /**
   * Who is signed in: any string that is another one for another user, such as your user's id. When it changes, what belongs to
   * the user before is dropped at once and everything begins again. Pass it if users can change while the component stays;
   * a `session` function alone cannot tell. With it, another `session` string is a fresh token of the same user.
   */
  readonly userKey?: string | undefined
  /** Called once for each failure that a developer should know of, beside the line in the console. Read late. */
  readonly onError?: OnError | undefined
}

/** What tells one user's session from another's, as far as the options say so. */
export function sessionIdentity({ session, userKey }: Pick<Partial<SessionProps>, 'session' | 'userKey'>) {
  return userKey ?? (typeof session === 'string' ? session : undefined)
}

/** The session's token. */
export async function tokenOf(
  session: SessionProps['session'] | undefined,
  missing: string,
): Promise<string> {
  if (session === undefined) throw new ConnectError('session_missing', { detail: missing })
  return typeof session === 'string' ? session : session()
}

/** A client's options, the same for as long as the user and `baseUrl` are: `session` is read late, so the newest one is called. */
export function useSessionOptions(options: Partial<SessionProps>): ClientOptions {
  const { session, baseUrl } = options
  const identity = sessionIdentity(options)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user's client reads another user's session.
  const latest = useMemo(() => ({ session }), [identity])
  useEffect(() => {
    latest.session = session
  })
  return useMemo(
    () => ({
      session: () => tokenOf(latest.session, 'Neither "session" nor a client was passed'),
      ...(baseUrl !== undefined && { baseUrl }),
    }),
    [latest, baseUrl],
  )
}
