import type { Evidence } from './evidence.ts'
import { providerOfHeading, shownName } from './provider-names.ts'

/**
 * Returns one line per untruth at the end of a walk; an empty list if what the user was told, what the server
 * holds and what the provider holds agree. The rules:
 *
 * - Told that an account is connected: an intent ended so, and its account is stored or was disconnected by
 *   the user.
 * - Told that an account is in use elsewhere: somebody else has it.
 * - Told that a hosted link connected nothing: no account of its provider is stored, unless the user was told
 *   that another attempt connected it.
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
    ...findUntrueReturns(evidence),
    ...findUnlisted(evidence),
    ...findLateAccounts(evidence),
    ...findOrphans(evidence),
  ]
}

function findUntrueEnds({ told, intents, accounts, disconnected, script }: Evidence): string[] {
  const stored = new Set(accounts.map(({ id }) => id))
  const violations = new Set<string>()
  for (const { step, heading, text } of told) {
    const provider = providerOfHeading(heading)
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

/** A link's page tells the demo how it ended. A walk has one link, for one provider. */
function findUntrueReturns({ told, accounts, calls, provider, disconnected }: Evidence): string[] {
  const returns = told.filter(({ step }) => step === 'returned').map(({ heading }) => heading)
  const last = returns.at(-1)
  if (last === undefined) return []
  const isStored = accounts.some((account) => account.provider === provider)
  if (last.startsWith('A hosted link connected'))
    return isStored || disconnected.size > 0 ? [] : [`told “${last}”, but no such account is stored`]
  const isToldOtherwise = told.some(
    ({ step, heading }) => step === 'linked' && providerOfHeading(heading) === provider,
  )
  // Another tab may have linked an account of this provider.
  const tabs = new Set(calls.filter((call) => call.provider === provider).map(({ tab }) => tab))
  return isStored && !isToldOtherwise && tabs.size === 1 ? [`told “${last}”, but an account is stored`] : []
}

function findUnlisted({ accounts, listed }: Evidence): string[] {
  const describeAll = (rows: readonly { readonly provider: string; readonly name?: string | undefined }[]) =>
    rows.map(({ provider, name }) => `${provider} “${collapse(name ?? shownName(provider))}”`).toSorted()
  const stored = describeAll(accounts)
  const shown = describeAll(listed)
  if (stored.join() === shown.join()) return []
  return [`stored are ${list(stored)}; the page lists ${list(shown)}`]
}

const list = (rows: readonly string[]) => rows.join(', ') || 'no accounts'

/** HTML collapses blanks. */
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

function findLateAccounts({ cancels, accounts, calls, told }: Evidence): string[] {
  const starts = calls.filter(({ method, path }) => method === 'POST' && path === '/intents')
  return cancels.flatMap(({ at, tab }) => {
    const canceled = starts.findLast((start) => start.tab === tab && start.at < at)
    const theirs = starts.filter(({ provider }) => provider === canceled?.provider)
    // Another tab may be linking the same provider.
    if (!canceled || theirs.some((start) => start.tab !== tab)) return []
    const next = theirs.find((start) => start.at > at)?.at ?? Number.POSITIVE_INFINITY
    const wasTold = told.some((each) => each.step === 'linked' && each.at > at && each.at < next)
    return accounts
      .filter(({ provider, createdAt }) => {
        const linkedAt = Date.parse(createdAt)
        return provider === canceled.provider && linkedAt > at && linkedAt < next && !wasTold
      })
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
