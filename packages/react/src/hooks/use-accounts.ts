import {
  type Account,
  type AccountsClient,
  ConnectError,
  createAccountsClient,
  type WatchStatus,
} from '@connect-account/core'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import {
  type AccountFailure,
  type AccountsEvent,
  type AccountsState,
  type AccountVerb,
  noAccountsYet,
  reduceAccounts,
} from './accounts-state.ts'
import type { StepError } from './connect-step.ts'
import { type SessionProps, useSessionOptions } from './use-session-options.ts'

/** Options of `useAccounts` and `<AccountList/>`: either a session, or a client of your own. */
export type AccountsOptions =
  | (SessionProps & { readonly client?: never })
  | {
      /** Keep it the same from one render to the next: another client is another list. */
      readonly client: AccountsClient
      readonly session?: never
      readonly baseUrl?: never
    }

/** What `useAccounts` gives. */
export interface Accounts {
  /** As the server last told them, the oldest first. A verb shows once the server has done it, never before. */
  readonly accounts: readonly Account[]
  /** `unavailable`: there is no list, or no more news of it; `error` says why. */
  readonly status: 'loading' | 'ready' | 'unavailable'
  /** How news arrives; absent until the first. */
  readonly connection?: WatchStatus
  readonly error?: StepError
  /** What each account is busy with, by its id. */
  readonly pending: Readonly<Record<string, AccountVerb>>
  /** What was refused last, by the account's id, until it is tried again or dismissed. */
  readonly failures: Readonly<Record<string, AccountFailure>>
  /**
   * What the user calls the account, 1 to 80 characters; `null` gives it back its name at the provider. Resolves to whether it was
   * done; never rejects. Does nothing while the account is busy.
   */
  rename(id: string, name: string | null): Promise<boolean>
  /** Ends the link, at Unipile too. Resolves to whether it was done; never rejects. Does nothing while the account is busy. */
  disconnect(id: string): Promise<boolean>
  /** Forgets an account's failure. */
  dismiss(id: string): void
  /** Asks for the list anew. */
  refresh(): void
}

/**
 * The user's linked accounts, live: whatever links, renames, breaks or ends one shows by itself.
 *
 * `session` is read late, so the newest one is always called. For another user, give the component another `key`.
 *
 * @example
 * const { accounts, status, disconnect } = useAccounts({ session: fetchSessionToken })
 */
export function useAccounts(options: AccountsOptions): Accounts {
  const clientOptions = useSessionOptions(options)
  const client = useMemo(
    () => options.client ?? createAccountsClient(clientOptions),
    [options.client, clientOptions],
  )
  const [state, dispatch] = useReducer(reduceAccounts, noAccountsYet)
  const stop = useRef(() => {})
  const busy = useRef(new Set<string>())

  const refresh = useCallback(() => {
    stop.current()
    dispatch({ type: 'watch.start' })
    stop.current = client.watch({
      onAccounts: (accounts) => dispatch({ type: 'accounts.change', accounts }),
      onStatus: (connection) => dispatch({ type: 'connection.change', connection }),
      onError: (error) => dispatch({ type: 'watch.fail', error: errorOf(error) }),
    })
  }, [client])

  useEffect(() => {
    refresh()
    return () => {
      stop.current()
      // What another client told is another user's, or another host's.
      dispatch({ type: 'watch.forget' })
    }
  }, [refresh])

  const verbs = useMemo(() => {
    /** Not taken back when the component goes: the user has asked for it. */
    async function run(id: string, verb: AccountVerb, call: () => Promise<AccountsEvent>): Promise<boolean> {
      if (busy.current.has(id)) return false
      busy.current.add(id)
      dispatch({ type: 'verb.start', id, verb })
      try {
        dispatch(await call())
        return true
      } catch (error) {
        dispatch({ type: 'verb.fail', id, failure: { verb, ...errorOf(error) } })
        return false
      } finally {
        busy.current.delete(id)
      }
    }
    return {
      rename: (id: string, name: string | null) =>
        run(id, 'rename', async () => ({ type: 'account.rename', account: await client.rename(id, name) })),
      disconnect: (id: string) =>
        run(id, 'disconnect', async () => {
          await client.disconnect(id)
          return { type: 'account.disconnect', id }
        }),
      dismiss: (id: string) => dispatch({ type: 'failure.dismiss', id }),
    }
  }, [client])

  return useMemo(() => ({ ...toList(state), ...verbs, refresh }), [state, verbs, refresh])
}

function toList({ accounts, connection, error, pending, failures }: AccountsState) {
  const reason = error ?? (!accounts && connection === 'offline' ? unreachable : undefined)
  return {
    accounts: accounts ?? [],
    status: reason ? ('unavailable' as const) : accounts ? ('ready' as const) : ('loading' as const),
    pending,
    failures,
    ...(connection && { connection }),
    ...(reason && { error: reason }),
  }
}

/** The watch goes on by itself, so this goes away as it came. */
const unreachable: StepError = { code: 'network_unreachable' }

function errorOf(error: unknown): StepError {
  if (!(error instanceof ConnectError)) return { code: 'internal_error' }
  return { code: error.code, retryAfter: error.retryAfter }
}
