import { type ClientOptions, ConnectError } from '@connect-account/core'
import { useEffect, useMemo } from 'react'
import { useCommitEffect } from '../browser/use-commit-effect.ts'
import type { OnError } from '../error-reports/on-error.ts'
import { holdSession, type Session, sharedToken } from './shared-session.ts'

/** How a hook reaches the host's backend. */
export interface SessionProps {
  /**
   * The session token that your backend minted, or a function that fetches one; the function is called again
   * when a token expires. It resolves to `null` if nobody is signed in. If it rejects, it is called again by
   * itself. Another string is another session: the previous data is dropped.
   */
  readonly session: string | (() => Promise<string | null>)
  /** Where the handler is mounted. Default: `/connect`. */
  readonly baseUrl?: string | undefined
  /**
   * Who is signed in: any string that differs between users, such as your user's id. When it changes, the
   * previous user's data is dropped at once and loading starts again. Pass it if users can change while the
   * component stays mounted; a `session` function alone does not identify the user. With it, another
   * `session` string is a fresh token of the same user.
   */
  readonly userKey?: string | undefined
  /**
   * Called once for each failure that a developer should know about, in addition to a line in the console.
   * The latest function is called.
   */
  readonly onError?: OnError | undefined
}

/** What distinguishes one user's session from another's in the options. */
export function sessionIdentity({ session, userKey }: Pick<Partial<SessionProps>, 'session' | 'userKey'>) {
  return userKey ?? (typeof session === 'string' ? session : undefined)
}

/** The options of a client that reads the latest session when it needs a token. */
export function sessionOptions(
  { baseUrl, userKey }: Pick<Partial<SessionProps>, 'baseUrl' | 'userKey'>,
  readSession: () => Session | undefined,
): ClientOptions {
  return {
    session: sharedToken(() => {
      const session = readSession()
      if (session === undefined)
        throw new ConnectError('session_missing', { detail: 'No "session" was passed' })
      return session
    }, userKey),
    ...(baseUrl !== undefined && { baseUrl }),
  }
}

/** How the clients of one user and backend reach it. */
export interface SessionAccess {
  readonly options: ClientOptions
  readonly userKey: string | undefined
  readSession(): Session | undefined
}

/** Stays the same object while the user and `baseUrl` stay the same. */
export function useSessionAccess(given: Partial<SessionProps>): SessionAccess {
  const { session, baseUrl, userKey } = given
  const identity = sessionIdentity(given)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user's client reads another user's session.
  const latest = useMemo(() => ({ session }), [identity])
  useCommitEffect(() => {
    latest.session = session
  })
  useEffect(() => holdSession(session, userKey), [session, userKey])
  return useMemo(() => {
    const readSession = () => latest.session
    return { options: sessionOptions({ baseUrl, userKey }, readSession), userKey, readSession }
  }, [latest, baseUrl, userKey])
}
