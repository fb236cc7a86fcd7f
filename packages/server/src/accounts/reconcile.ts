import { ConnectError } from '@connect-account/core/errors'
import type { Job } from '../jobs/job.ts'
import type { Logger } from '../log/logger.ts'
import { abortable } from '../scheduler/abortable.ts'
import type { AccountState, AccountStore } from '../store/account-store.ts'
import type { Database } from '../store/database.ts'
import type { TargetsOf } from '../store/outbox-store.ts'
import type { Upstream, UpstreamAccount } from '../upstream/upstream.ts'
import { removeAccount } from './remove-account.ts'
import { restartStopped } from './restart-stopped.ts'
import type { StatusChanges } from './status-changes.ts'

export interface ReconcileContext {
  readonly database: Pick<Database, 'transaction'>
  readonly accounts: AccountStore
  readonly upstream: Pick<Upstream, 'listAccounts' | 'readAccount' | 'restartAccount'>
  readonly statusChanges: StatusChanges
  readonly targetsOf: TargetsOf
  readonly timings: { readonly reconcileMinutes: number }
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** How many accounts are compared at a time. */
const PAGE = 1_000
/** If most of at least this many accounts are missing, the key probably belongs to another application. */
const MANY = 10

/**
 * Compares what is stored with what Unipile lists, so that lost webhooks do no harm. An account that was not
 * linked here is left alone and counted in the log: its webhook may have been lost.
 */
export function reconcileAccounts(context: ReconcileContext): Job {
  const { accounts, upstream, logger, now } = context

  async function run(signal: AbortSignal): Promise<void> {
    const startedAt = now()
    const listed = new Set<string>()
    const unknown = new Set<string>()
    let unreadable = 0
    let cursor: string | undefined
    do {
      const askedAt = new Date(now())
      const page = await abortable(upstream.listAccounts(cursor), signal)
      for (const { id } of page.accounts) listed.add(id)
      for (const id of page.unreadable) listed.add(id)
      unreadable += page.unreadable.length
      for (const { id } of await heal(page.accounts, askedAt)) unknown.add(id)
      cursor = page.next
    } while (cursor !== undefined)
    if (unknown.size > 0) {
      logger.info({ accounts: unknown.size }, 'Unipile lists accounts that were not linked here')
    }
    if (unreadable > 0) {
      logger.warn({ accounts: unreadable }, 'Unipile lists accounts in a form that cannot be read')
    }
    await removeMissing(await findMissing(listed, startedAt, signal), signal)
  }

  /** @returns those that are not stored. */
  async function heal(page: readonly UpstreamAccount[], askedAt: Date): Promise<UpstreamAccount[]> {
    const stored = await accounts.readStates(page.map(({ id }) => id))
    const states = new Map(stored.map((state) => [state.accountId, state]))
    for (const account of page) {
      const state = states.get(account.id)
      if (state) await healAccount(state, await restartStopped(context, account, state.status), askedAt)
    }
    return page.filter(({ id }) => !states.has(id))
  }

  async function healAccount(state: AccountState, account: UpstreamAccount, at: Date) {
    const { accountId } = state
    if (account.status !== state.status) {
      const reason = account.product === undefined ? {} : { reason: account.product }
      await recordStatus({ accountId, status: account.status, at, ...reason })
    }
    if (account.name && account.name !== state.name) await accounts.reportName(accountId, account.name, at)
    if (account.initialSync && account.initialSync !== state.initialSync) {
      await accounts.reportSync({ accountId, sync: account.initialSync, at })
    }
  }

  async function recordStatus(report: Parameters<StatusChanges['record']>[1]) {
    const at = new Date(now())
    const change = await context.database.transaction(async (transaction) =>
      (await context.statusChanges.isOfReconnect(transaction, report, at))
        ? undefined
        : context.statusChanges.record(transaction, report, at),
    )
    if (change) context.statusChanges.announce(change)
  }

  /** The accounts that are stored and not listed, except those that were linked meanwhile. */
  async function findMissing(listed: ReadonlySet<string>, startedAt: number, signal: AbortSignal) {
    const missing: string[] = []
    let count = 0
    let after: string | undefined = ''
    while (after !== undefined) {
      signal.throwIfAborted()
      const page = await accounts.listAccountIds(after, PAGE)
      count += page.length
      for (const { accountId, createdOn } of page) {
        if (createdOn.getTime() < startedAt && !listed.has(accountId)) missing.push(accountId)
      }
      after = page.at(-1)?.accountId
    }
    if (missing.length < MANY || missing.length <= count / 2) return missing
    logger.error(
      { accounts: missing.length },
      'Unipile does not list most accounts, so nothing was removed. Does the API key belong to another application?',
    )
    return []
  }

  /** A list that changes while it is read can skip an account, so each one is requested by its id. */
  async function removeMissing(missing: readonly string[], signal: AbortSignal) {
    for (const accountId of missing) {
      if (await isThere(accountId, signal)) continue
      await removeAccount(context, accountId, 'account_removed_upstream', new Date(now()))
    }
  }

  async function isThere(accountId: string, signal: AbortSignal): Promise<boolean> {
    try {
      await abortable(upstream.readAccount(accountId), signal)
      return true
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error
      if (error.code === 'account_not_found') return false
      // It is there, only not in a form that can be read. One such account must not stop the comparison.
      if (error.code === 'upstream_invalid_answer') return true
      throw error
    }
  }

  return { name: 'reconcile', everyMs: context.timings.reconcileMinutes * 60_000, run }
}
