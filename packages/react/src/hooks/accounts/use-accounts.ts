import {
  type Account,
  type AccountsClient,
  ConnectError,
  createAccountsClient,
  type WatchStatus,
} from '@connect-account/core'
import { canRecover } from '@connect-account/core/internal'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { sessionRules } from '../error-reports/check-options.ts'
import type { OnError } from '../error-reports/on-error.ts'
import { useChecked } from '../error-reports/use-checked.ts'
import { useReport } from '../error-reports/use-report.ts'
import type { StepError } from '../flow/connect-step.ts'
import { type SessionProps, useSessionAccess } from '../session/session-options.ts'
import { untilReachable } from '../session/until-reachable.ts'
import {
  type AccountFailure,
  type AccountsEvent,
  type AccountsState,
  type AccountVerb,
  noAccountsYet,
  reduceAccounts,
} from './accounts-state.ts'

/** Options of `useAccounts` and `<AccountList/>`: either a session, or your own client. */
export type AccountsOptions =
  | (SessionProps & { readonly client?: never })
  | {
      /** Pass the same one in each render: another client is another list. */
      readonly client: AccountsClient
      readonly session?: never
      readonly baseUrl?: never
      /** Not needed here: another client is another list. */
      readonly userKey?: string | undefined
      /**
       * Called once for each failure that a developer should know about, in addition to a line in the
       * console. The latest function is called.
       */
      readonly onError?: OnError | undefined
    }

/** What `useAccounts` returns. */
export interface Accounts {
  /**
   * The accounts as the server last reported them, the oldest first. A change shows only after the server has
   * made it.
   */
  readonly accounts: readonly Account[]
  /** `unavailable`: there is no list, or it is no longer updated; `error` says why. */
  readonly status: 'loading' | 'ready' | 'unavailable'
  /** How changes arrive; absent before the first list. */
  readonly connection?: WatchStatus
  /** Why `connection` is `offline`. Goes away by itself. */
  readonly connectionError?: StepError
  readonly error?: StepError
  /** The pending verb of each account, by its id. */
  readonly pending: Readonly<Record<string, AccountVerb>>
  /** The last refusal, by the account's id, until the verb is tried again or the failure is dismissed. */
  readonly failures: Readonly<Record<string, AccountFailure>>
  /**
   * Sets the user's own name for the account, 1 to 80 characters; `null` restores its name at the provider.
   * Resolves to whether it succeeded; never rejects. Does nothing while the account is busy.
   */
  rename(id: string, name: string | null): Promise<boolean>
  /**
   * Removes the account, at Unipile too. Resolves to whether it succeeded; never rejects. Does nothing while
   * the account is busy.
   */
  disconnect(id: string): Promise<boolean>
  /** Dismisses an account's failure. */
  dismiss(id: string): void
  /** Fetches the list again. */
  refresh(): void
  /** Reports a failure in your own code like the kit's own failures: to the console and to `onError`. */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * The user's linked accounts, live: every change shows by itself.
 *
 * The latest `session` and `onError` functions are called. When `userKey`, a `session` string or `baseUrl`
 * changes, the list is dropped at once and fetched again.
 *
 * @example
 * const { accounts, status, disconnect } = useAccounts({ session: fetchSessionToken })
 */
export function useAccounts(given: AccountsOptions): Accounts {
  const ownReport = useReport(given.onError)
  const { valid: options, report } = useChecked(given, sessionRules, ownReport)
  const access = useSessionAccess(options)
  const client = useMemo(
    () => options.client ?? createAccountsClient(access.options),
    [options.client, access],
  )
  const [known, dispatch] = useReducer(reduceOwned, { owner: client, state: noAccountsYet })
  // Another client's accounts belong to another user or host: they are not shown even for one frame.
  const state = known.owner === client ? known.state : noAccountsYet
  const stop = useRef(() => {})
  const busy = useRef(new Set<string>())

  const refresh = useCallback(() => {
    const send = (event: AccountsEvent) => dispatch({ owner: client, event })
    let hasLoaded = false
    stop.current()
    send({ type: 'watch.start' })
    stop.current = client.watch({
      onAccounts(accounts) {
        hasLoaded = true
        send({ type: 'accounts.change', accounts })
      },
      onStatus(connection, reason = unknownReason) {
        const error = connection === 'offline' ? errorOf(reason) : undefined
        send({ type: 'connection.change', connection, ...(error && { error }) })
        if (error && !hasLoaded) report(reason)
      },
      onError(error) {
        send({ type: 'watch.fail', error: errorOf(error) })
        report(error)
      },
    })
  }, [client, report])

  useEffect(() => {
    refresh()
    return () => stop.current()
  }, [refresh])

  const { error: ended } = state
  const failed = Object.values(state.failures).find(canRecover)
  useEffect(() => {
    if (!ended || !canRecover(ended)) return
    return untilReachable(ended, (signal) => client.list(signal), refresh)
  }, [ended, client, refresh])
  useEffect(() => {
    if (!failed) return
    return untilReachable(
      failed,
      (signal) => client.list(signal),
      () => dispatch({ owner: client, event: { type: 'connection.recover' } }),
    )
  }, [failed, client])

  const verbs = useMemo(() => {
    const send = (event: AccountsEvent) => dispatch({ owner: client, event })
    /** Not aborted when the component unmounts, because the user has requested it. */
    async function run(id: string, verb: AccountVerb, call: () => Promise<AccountsEvent>): Promise<boolean> {
      if (busy.current.has(id)) return false
      busy.current.add(id)
      send({ type: 'verb.start', id, verb })
      try {
        send(await call())
        return true
      } catch (error) {
        send({ type: 'verb.fail', id, failure: { verb, ...errorOf(error) } })
        report(error)
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
      dismiss: (id: string) => send({ type: 'failure.dismiss', id }),
    }
  }, [client, report])

  return useMemo(() => ({ ...toList(state), ...verbs, refresh, report }), [state, verbs, refresh, report])
}

interface Owned {
  readonly owner: AccountsClient
  readonly state: AccountsState
}

/** The accounts of a client are dropped when another client starts, and its later events are ignored. */
function reduceOwned(known: Owned, { owner, event }: { owner: AccountsClient; event: AccountsEvent }): Owned {
  if (known.owner === owner) return { owner, state: reduceAccounts(known.state, event) }
  return event.type === 'watch.start' ? { owner, state: reduceAccounts(noAccountsYet, event) } : known
}

function toList({ accounts, connection, error, offline, pending, failures }: AccountsState) {
  // The watch retries by itself, so this error clears by itself.
  const reason = error ?? (accounts ? undefined : offline)
  return {
    accounts: accounts ?? [],
    status: reason ? ('unavailable' as const) : accounts ? ('ready' as const) : ('loading' as const),
    pending,
    failures,
    ...(connection && { connection }),
    ...(offline && { connectionError: offline }),
    ...(reason && { error: reason }),
  }
}

/** For a client of the host that does not report why it is offline. */
const unknownReason = new ConnectError('network_unreachable', {
  detail: 'The list of accounts cannot be loaded',
})

function errorOf(error: unknown): StepError {
  if (!(error instanceof ConnectError)) return { code: 'internal_error' }
  return { code: error.code, retryAfter: error.retryAfter }
}
