import type { Ledger } from './ledger.ts'
import type { UpstreamAccount } from './pocket.ts'
import type { IntentRow, Records } from './records.ts'

/** Everything that is to agree at the end: what users were told, what the database holds, what Unipile holds. */
export interface Evidence {
  readonly ledger: Ledger
  readonly records: Records
  readonly upstream: readonly UpstreamAccount[]
  /** Unipile's ids of the accounts whose `account.add` was lost for good. */
  readonly unheard: ReadonlySet<string>
}

/**
 * What is wrong, one line each with the ids; empty when all is well.
 *
 * The rules: an intent has one end, the one that its user was told. A row is of the user who signed in at the provider, and Unipile
 * has the account. An account at Unipile has its row, whatever the intent's user was told: one that was linked upstream and whose
 * answer never came is linked late, by its webhook. It has none only where nothing ever told of it: its `account.add` was lost for
 * good (Unipile's list names no `state`, so no reconciliation can know whose it is), and nobody was told that it is linked.
 */
export function judge({ ledger, records, upstream, unheard }: Evidence): string[] {
  const wrong = [...ledger.violations]
  const heldById = new Map(upstream.map((account) => [account.id, account]))
  const intentById = new Map(records.intents.map((intent) => [intent.id, intent]))
  const rowById = new Map(records.accounts.map((row) => [row.id, row]))
  const rowByAccount = new Map(records.accounts.map((row) => [row.accountId, row]))
  /** By persona: those whom an intent told that their account is linked. */
  const toldLinked = new Set<string>()

  for (const intent of records.intents) {
    if (!intent.hasEnded) wrong.push(`intent ${intent.id}: still ${intent.type}`)
    else if (intent.ends !== 1) wrong.push(`intent ${intent.id}: ended ${intent.ends} times`)
    if (intent.links > 1) wrong.push(`intent ${intent.id}: linked ${intent.links} times`)
  }

  for (const [id, { userId, persona, revision, outcome }] of ledger.intents) {
    const kept = intentById.get(id)
    if (!kept) {
      wrong.push(`intent ${id}: lost`)
      continue
    }
    if (kept.userId !== userId) wrong.push(`intent ${id}: of ${kept.userId}, was started by ${userId}`)
    if (kept.revision < revision) wrong.push(`intent ${id}: ${revision} was told, ${kept.revision} is kept`)
    if (!outcome) continue
    if (kept.type !== outcome.type) wrong.push(`intent ${id}: told ${outcome.type}, kept ${kept.type}`)
    if (outcome.type !== 'linked' && outcome.type !== 'relinked') continue
    toldLinked.add(persona)
    const row = rowById.get(outcome.account.id)
    if (row && row.userId !== userId) wrong.push(`account ${row.id}: of ${row.userId}, was told to ${userId}`)
    if (!row && !ledger.gone.has(outcome.account.id))
      wrong.push(`account ${outcome.account.id}: told to ${userId}, and no row`)
  }

  for (const row of records.accounts) {
    const held = heldById.get(row.accountId)
    if (!held) wrong.push(`account ${row.id}: a row of ${row.userId}, and ${row.accountId} is not at Unipile`)
    else if (ownerOf(held) !== row.userId) {
      wrong.push(`account ${row.id}: a row of ${row.userId}, and ${held.to} signed in`)
    } else if (held.status !== row.status) wrong.push(`account ${row.id}: ${row.status}, is ${held.status}`)
  }

  for (const held of upstream) {
    if (rowByAccount.has(held.id) || isSomeoneElses(held)) continue
    const isExcused = unheard.has(held.id) && !toldLinked.has(held.to)
    if (!isExcused) wrong.push(`${held.id} of ${held.to}: at Unipile, and no row`)
  }

  for (const event of records.events) {
    if (event.isWaiting) wrong.push(`event ${event.id}: ${event.type} was not applied`)
    if (event.wasGivenUp) wrong.push(`event ${event.id}: ${event.type} was given up`)
  }
  return wrong
}

/** How many accounts at Unipile nobody here will ever hear of: see the rules. */
export function countUnheard({ records, upstream, unheard }: Evidence): number {
  const known = new Set(records.accounts.map(({ accountId }) => accountId))
  return upstream.filter(({ id }) => unheard.has(id) && !known.has(id)).length
}

/** Linked after its intent had ended without. */
export function isLate({ type, links }: IntentRow): boolean {
  return links > 0 && type !== 'linked' && type !== 'relinked'
}

/** The sandbox's `duplicate` links the person's account for a stranger first. */
function isSomeoneElses({ to }: UpstreamAccount): boolean {
  return /\+duplicate\./.test(to)
}

/** `otp.u7@sandbox.test` is the user `u7`. */
function ownerOf({ to }: UpstreamAccount): string {
  return to.slice(to.indexOf('.') + 1, to.indexOf('@'))
}
