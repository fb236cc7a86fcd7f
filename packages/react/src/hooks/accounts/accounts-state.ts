import type { Account, WatchStatus } from '@connect-account/core'
import { canRecover } from '@connect-account/core/internal'
import type { StepError } from '../flow/connect-step.ts'

/** What a user can do with an account. */
export type AccountVerb = 'rename' | 'disconnect'

/** A refused change, with the reason. The account is unchanged. Never holds what the user typed. */
export interface AccountFailure extends StepError {
  readonly verb: AccountVerb
}

/** What is known about the accounts: only what the server reported, never a change that is still pending. */
export interface AccountsState {
  /** Absent until the server has reported them. */
  readonly accounts?: readonly Account[]
  readonly connection?: WatchStatus
  /** Why no changes arrive at the moment. */
  readonly offline?: StepError
  /** Why no more changes will arrive. */
  readonly error?: StepError
  readonly pending: Readonly<Record<string, AccountVerb>>
  readonly failures: Readonly<Record<string, AccountFailure>>
}

export type AccountsEvent =
  | { readonly type: 'watch.start' }
  | { readonly type: 'watch.fail'; readonly error: StepError }
  | { readonly type: 'accounts.change'; readonly accounts: readonly Account[] }
  | { readonly type: 'connection.recover' }
  | { readonly type: 'connection.change'; readonly connection: WatchStatus; readonly error?: StepError }
  | { readonly type: 'verb.start'; readonly id: string; readonly verb: AccountVerb }
  | { readonly type: 'verb.fail'; readonly id: string; readonly failure: AccountFailure }
  | { readonly type: 'failure.dismiss'; readonly id: string }
  | { readonly type: 'account.rename'; readonly account: Account }
  | { readonly type: 'account.disconnect'; readonly id: string }

export const noAccountsYet: AccountsState = { pending: {}, failures: {} }

export function reduceAccounts(state: AccountsState, event: AccountsEvent): AccountsState {
  switch (event.type) {
    case 'watch.start': {
      const { error: _, connection: __, offline: ___, ...rest } = state
      return rest
    }
    case 'watch.fail':
      return { ...state, error: event.error, connection: 'offline' }
    case 'accounts.change': {
      const ids = new Set(event.accounts.map(({ id }) => id))
      const failures = Object.entries(state.failures).filter(([id]) => ids.has(id))
      return { ...state, accounts: event.accounts, failures: Object.fromEntries(failures) }
    }
    case 'connection.change': {
      const { offline: _, ...rest } = state
      return { ...rest, connection: event.connection, ...(event.error && { offline: event.error }) }
    }
    case 'connection.recover': {
      const failures = Object.entries(state.failures).filter(([, failure]) => !canRecover(failure))
      return { ...state, failures: Object.fromEntries(failures) }
    }
    case 'verb.start':
      return {
        ...state,
        pending: { ...state.pending, [event.id]: event.verb },
        failures: without(state.failures, event.id),
      }
    case 'verb.fail':
      return {
        ...state,
        pending: without(state.pending, event.id),
        failures: { ...state.failures, [event.id]: event.failure },
      }
    case 'failure.dismiss':
      return { ...state, failures: without(state.failures, event.id) }
    case 'account.rename':
      return {
        ...withAccounts(state, (accounts) =>
          accounts.map((account) => (account.id === event.account.id ? event.account : account)),
        ),
        pending: without(state.pending, event.account.id),
      }
    case 'account.disconnect':
      return {
        ...withAccounts(state, (accounts) => accounts.filter(({ id }) => id !== event.id)),
        pending: without(state.pending, event.id),
      }
    default:
      return event satisfies never
  }
}

function withAccounts(
  state: AccountsState,
  change: (accounts: readonly Account[]) => readonly Account[],
): AccountsState {
  return state.accounts ? { ...state, accounts: change(state.accounts) } : state
}

function without<T>(byId: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _, ...rest } = byId
  return rest
}
