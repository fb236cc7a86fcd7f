import { providerCatalogue } from '@connect-account/core/catalogue'
import type { Evidence } from './evidence.ts'

/**
 * Returns one line per untruth at the end of a walk; an empty list if what the user was told, what the server
 * holds and what the provider holds agree. The rules:
 *
 * - Told that an account is connected: an intent ended so, and its account is stored or was disconnected by
 *   the user.
 * - Told that an account is in use elsewhere: somebody else has it.
 * - A stored account is in the list that the user sees, and nothing else is.
 * - After the user canceled, no account appears unless the user started again, or was told that it was too
 *   late.
 * - An account at the provider is stored, or else the user was never told that it is connected and its
 *   webhook was lost: nothing can find its owner then.
 * - A stored account has the status that it has at the provider.
 */
export function findViolations(evidence: Evidence): string[] {
  return [
    ...findUntrueEnds(evidence),
    ...findUnlisted(evidence),
    ...findLateAccounts(evidence),
    ...findOrphans(evidence),
  ]
}

function findUntrueEnds({ told, intents, accounts, disconnected, script }: Evidence): string[] {
  const stored = new Set(accounts.map(({ id }) => id))
  const violations = new Set<string>()
  for (const { step, heading, text } of told) {
    const provider = providerOf(heading)
    if (provider !== undefined) {
      const isTrue = intents.some(
        (intent) =>
          intent.provider === provider &&
          (intent.step.type === 'linked' || intent.step.type === 'relinked') &&
          intent.step.account !== undefined &&
          (stored.has(intent.step.account.id) || disconnected.has(intent.step.account.id)),
      )
      if (!isTrue) violations.add(`told “${heading}”, but no such account is stored`)
    }
    if (step === 'duplicate' && text.includes('connected elsewhere') && !isSomeoneElses(script)) {
      violations.add(`told “${heading}: ${text}”, but nobody else has the account`)
    }
  }
  return [...violations]
}

function findUnlisted({ accounts, listed }: Evidence): string[] {
  const describeAll = (rows: readonly { readonly provider: string; readonly name?: string | undefined }[]) =>
    rows.map(({ provider, name }) => `${provider} “${shownName(provider, name)}”`).toSorted()
  const stored = describeAll(accounts)
  const shown = describeAll(listed)
  if (stored.join() === shown.join()) return []
  return [`stored are ${list(stored)}; the page lists ${list(shown)}`]
}

const list = (rows: readonly string[]) => rows.join(', ') || 'no accounts'

/** HTML collapses blanks. */
function shownName(provider: string, name: string | undefined): string {
  return (name ?? nameOf(provider)).replace(/\s+/g, ' ').trim()
}

function findLateAccounts({ canceledAt, accounts, calls, told }: Evidence): string[] {
  const starts = calls.filter(({ method, path }) => method === 'POST' && path === '/intents')
  return canceledAt.flatMap((at) => {
    const next = starts.find((start) => start.at > at)?.at ?? Number.POSITIVE_INFINITY
    const wasTold = told.some((each) => each.step === 'linked' && each.at > at && each.at < next)
    return accounts
      .filter(({ createdAt }) => Date.parse(createdAt) > at && Date.parse(createdAt) < next && !wasTold)
      .map(({ provider }) => `${provider}: an account appeared after the user had canceled`)
  })
}

function findOrphans({ upstream, accounts, hasLostWebhooks }: Evidence): string[] {
  if (hasLostWebhooks) return []
  return [...new Set([...upstream, ...accounts].map(({ provider }) => provider))].flatMap((id) => {
    const theirs = upstream.filter(({ provider, to }) => provider === id && !isSomeoneElses(to))
    const ours = accounts.filter(({ provider }) => provider === id)
    if (theirs.length !== ours.length)
      return [`${id}: ${theirs.length} accounts at the provider, ${ours.length} stored for the user`]
    const status = (rows: readonly { readonly status: string }[]) =>
      rows
        .map((row) => row.status)
        .toSorted()
        .join()
    if (status(theirs) === status(ours)) return []
    return [`${id}: ${status(theirs)} at the provider, stored as ${status(ours)}`]
  })
}

/**
 * Whether a script or a sign-in name has the sandbox's step `duplicate`, which links the person's account for
 * someone else first.
 */
function isSomeoneElses(script: string): boolean {
  return /\bduplicate\b/.test(script)
}

/** The provider of `LinkedIn is connected`; `undefined` for another heading. */
function providerOf(heading: string): string | undefined {
  const name = /^(.*) is (?:re)?connected$/.exec(heading)?.[1]
  return providerCatalogue.find((provider) => provider.name === name)?.id
}

function nameOf(id: string): string {
  return providerCatalogue.find((provider) => provider.id === id)?.name ?? id
}
