import {
  type Account,
  type AccountsClient,
  ConnectError,
  createAccountsClient,
  type WatchStatus,
} from '@connect-account/core'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { sessionRules } from '../error-reports/check-options.ts'
import type { OnError } from '../error-reports/on-error.ts'
import { useChecked } from '../error-reports/use-checked.ts'
import { useReport } from '../error-reports/use-report.ts'
import type { StepError } from '../flow/connect-step.ts'
import { type SessionProps, useSessionOptions } from '../session/session-options.ts'
import {
  type AccountFailure,
  type AccountsEvent,
  type AccountsState,
  type AccountVerb,
  noAccountsYet,
  reduceAccounts,
} from './accounts-state.ts'

/** Options of `useAccounts` and `<AccountList/>`: either a session, or a client of your own. */
export type AccountsOptions =
  | (SessionProps & { readonly client?: never })
  | {
      /** Keep it the same from one render to the next: another client is another list. */
      readonly client: AccountsClient
      readonly session?: never
      readonly baseUrl?: never
      /** Not needed here: another client is another list. */
      readonly userKey?: string | undefined
      /** Called once for each failure that a developer should know of, beside the line in the console. Read late. */
      readonly onError?: OnError | undefined
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
  /** Asks for the list again. */
  refresh(): void
  /** Reports a failure of a part of yours as the kit's own are: to the console, and to `onError`. */
  report(error: unknown, isStanding?: boolean): void
}

/**
 * The user's linked accounts, live: whatever links, renames, breaks or ends one shows by itself.
 *
 * `session` and `onError` are read late, so the newest ones are always called. When `userKey`, `session` as a string or `baseUrl`
 * change, the list is dropped at once and another one is asked for.
 *
 * @example
 * const { accounts, status, disconnect } = useAccounts({ session: fetchSessionToken })
 */
export function useAccounts(given: AccountsOptions): Accounts {
  const ownReport = useReport(given.onError)
  const { valid: options, report } = useChecked(given, sessionRules, ownReport)
  const clientOptions = useSessionOptions(options)
  const client = useMemo(
    () => options.client ?? createAccountsClient(clientOptions),
    [options.client, clientOptions],
  )
  const [known, dispatch] = useReducer(reduceOwned, { owner: client, state: noAccountsYet })
  // What another client told is another user's, or another host's: it is not shown for one frame.
  const state = known.owner === client ? known.state : noAccountsYet
  const stop = useRef(() => {})
  const busy = useRef(new Set<string>())

  const refresh = useCallback(() => {
    const tell = (event: AccountsEvent) => dispatch({ owner: client, event })
    let hasCome = false
    stop.current()
    tell({ type: 'watch.start' })
    stop.current = client.watch({
      onAccounts(accounts) {
        hasCome = true
        tell({ type: 'accounts.change', accounts })
      },
      onStatus(connection, reason = unknownReason) {
        const error = connection === 'offline' ? errorOf(reason) : undefined
        tell({ type: 'connection.change', connection, ...(error && { error }) })
        if (error && !hasCome) report(reason)
      },
      onError(error) {
        tell({ type: 'watch.fail', error: errorOf(error) })
        report(error)
      },
    })
  }, [client, report])

  useEffect(() => {
    refresh()
    return () => stop.current()
  }, [refresh])

  const verbs = useMemo(() => {
    const tell = (event: AccountsEvent) => dispatch({ owner: client, event })
    /** Not taken back when the component goes: the user has asked for it. */
    async function run(id: string, verb: AccountVerb, call: () => Promise<AccountsEvent>): Promise<boolean> {
      if (busy.current.has(id)) return false
      busy.current.add(id)
      tell({ type: 'verb.start', id, verb })
      try {
        tell(await call())
        return true
      } catch (error) {
        tell({ type: 'verb.fail', id, failure: { verb, ...errorOf(error) } })
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
      dismiss: (id: string) => tell({ type: 'failure.dismiss', id }),
    }
  }, [client, report])

  return useMemo(() => ({ ...toList(state), ...verbs, refresh, report }), [state, verbs, refresh, report])
}

interface Owned {
  readonly owner: AccountsClient
  readonly state: AccountsState
}

/** What a client told is forgotten once another one begins, and what it tells later is not heard. */
function reduceOwned(known: Owned, { owner, event }: { owner: AccountsClient; event: AccountsEvent }): Owned {
  if (known.owner === owner) return { owner, state: reduceAccounts(known.state, event) }
  return event.type === 'watch.start' ? { owner, state: reduceAccounts(noAccountsYet, event) } : known
}

function toList({ accounts, connection, error, offline, pending, failures }: AccountsState) {
  // The watch goes on by itself, so this goes away as it came.
  const reason = error ?? (accounts ? undefined : offline)
  return {
    accounts: accounts ?? [],
    status: reason ? ('unavailable' as const) : accounts ? ('ready' as const) : ('loading' as const),
    pending,
    failures,
    ...(connection && { connection }),
    ...(reason && { error: reason }),
  }
}

/** For a client of the host's that does not say why it is offline. */
const unknownReason = new ConnectError('network_unreachable', {
  detail: 'The list of accounts cannot be read',
})

function errorOf(error: unknown): StepError {
  if (!(error instanceof ConnectError)) return { code: 'internal_error' }
  return { code: error.code, retryAfter: error.retryAfter }
}
