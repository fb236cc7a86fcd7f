import type { IntentRow, Records } from './database-records.ts'
import { findEventViolations } from './find-event-violations.ts'
import type { History } from './history.ts'
import type { UpstreamAccount } from './provider-client.ts'

/** What must agree at the end: what users were shown, what the database holds and what Unipile holds. */
export interface Evidence {
  readonly history: History
  readonly records: Records
  readonly upstream: readonly UpstreamAccount[]
  /** Unipile's ids of the accounts whose `account.add` was never delivered. */
  readonly undelivered: ReadonlySet<string>
  /** The ids of the events that the host's endpoint received, in the order of their first arrival. */
  readonly received: readonly string[]
}

/**
 * Returns one line per violation, with ids; an empty list if everything agrees. The rules:
 *
 * - An intent has exactly one outcome, the one that its user was shown. The only exception is an expired
 *   intent whose user's own browser brought a consent back: it may have a second one.
 * - A stored account belongs to the user who signed in at the provider, and exists at Unipile.
 * - An account at Unipile is stored, regardless of what the intent's user was shown: its webhook links it
 *   late if the response to the call was lost. The only exception is an account whose `account.add` was never
 *   delivered and whose user was not shown that it is linked: Unipile's list has no `state`, so no
 *   reconciliation can find its user.
 * - An account that no user has, because the attempt was canceled or led to another account, is removed at
 *   Unipile, whether or not its event was delivered.
 * - The host is told of every link, once per link, and of what happens to one account in its order.
 */
export function findViolations({ history, records, upstream, undelivered, received }: Evidence): string[] {
  const violations = [...history.violations, ...findEventViolations(records, received)]
  const upstreamById = new Map(upstream.map((account) => [account.id, account]))
  const intentById = new Map(records.intents.map((intent) => [intent.id, intent]))
  const rowById = new Map(records.accounts.map((row) => [row.id, row]))
  const rowByAccount = new Map(records.accounts.map((row) => [row.accountId, row]))
  /** The personas who were shown that their account is linked. */
  const shownLinked = new Set<string>()

  for (const intent of records.intents) {
    if (!intent.hasEnded) violations.push(`intent ${intent.id}: still ${intent.type}`)
    else if (!hasRightOutcomes(intent, history)) {
      violations.push(`intent ${intent.id}: ended as ${intent.outcomes.join(', then ') || 'nothing'}`)
    }
    if (intent.links > 1) violations.push(`intent ${intent.id}: linked ${intent.links} times`)
  }

  for (const [id, { userId, persona, revision, outcome }] of history.intents) {
    const stored = intentById.get(id)
    if (!stored) {
      violations.push(`intent ${id}: lost`)
      continue
    }
    if (stored.userId !== userId) {
      violations.push(`intent ${id}: belongs to ${stored.userId}, was started by ${userId}`)
    }
    if (stored.revision < revision) {
      violations.push(`intent ${id}: revision ${revision} was shown, ${stored.revision} is stored`)
    }
    if (!outcome) continue
    const mayEndAgain = outcome.type === 'expired' && history.hasConsented(id)
    if (stored.type !== outcome.type && !mayEndAgain) {
      violations.push(`intent ${id}: ${outcome.type} was shown, ${stored.type} is stored`)
    }
    if (outcome.type !== 'linked' && outcome.type !== 'relinked') continue
    shownLinked.add(persona)
    const row = rowById.get(outcome.account.id)
    if (row && row.userId !== userId) {
      violations.push(`account ${row.id}: belongs to ${row.userId}, was shown to ${userId}`)
    }
    if (!row && !history.removedAccounts.has(outcome.account.id))
      violations.push(`account ${outcome.account.id}: shown to ${userId}, not stored`)
  }

  for (const row of records.accounts) {
    const account = upstreamById.get(row.accountId)
    if (!account) {
      violations.push(`account ${row.id}: belongs to ${row.userId}, ${row.accountId} is not at Unipile`)
    } else if (userOf(account) !== row.userId) {
      violations.push(`account ${row.id}: belongs to ${row.userId}, but ${account.to} signed in`)
    } else if (account.status !== row.status) {
      violations.push(`account ${row.id}: stored as ${row.status}, is ${account.status}`)
    }
  }

  const unwanted = new Set(records.removals.map(({ accountId }) => accountId))
  for (const { accountId, isPending, wasGivenUp } of records.removals) {
    if (isPending) violations.push(`${accountId}: not removed at Unipile yet`)
    if (wasGivenUp) violations.push(`${accountId}: its removal at Unipile was given up`)
  }

  for (const account of upstream) {
    if (rowByAccount.has(account.id)) continue
    const isExcused = undelivered.has(account.id) && !shownLinked.has(account.to) && !unwanted.has(account.id)
    if (!isExcused) violations.push(`${account.id} of ${account.to}: at Unipile, not stored`)
  }

  for (const event of records.events) {
    if (event.isPending) violations.push(`event ${event.id}: ${event.type} was not applied`)
    if (event.wasGivenUp) violations.push(`event ${event.id}: ${event.type} was given up`)
  }
  return violations
}

function hasRightOutcomes({ id, outcomes }: IntentRow, history: History): boolean {
  if (outcomes.length === 1) return true
  return outcomes.length === 2 && outcomes[0] === 'expired' && history.hasConsented(id)
}

/** Returns how many accounts at Unipile have no row because no event ever reported them. */
export function countUnreported({ records, upstream, undelivered }: Evidence): number {
  const stored = new Set(records.accounts.map(({ accountId }) => accountId))
  return upstream.filter(({ id }) => undelivered.has(id) && !stored.has(id)).length
}

/** Returns whether the account was linked after its intent had ended with another outcome. */
export function isLinkedLate({ type, links }: IntentRow): boolean {
  return links > 0 && type !== 'linked' && type !== 'relinked'
}

/** `otp.u7@sandbox.test` belongs to the user `u7`. */
function userOf({ to }: UpstreamAccount): string {
  return to.slice(to.indexOf('.') + 1, to.indexOf('@'))
}
