import { errorCatalogue } from '@connect-account/core/errors'
import type { Outcome, Step } from '@connect-account/core/protocol'
import { isOutcome } from '@connect-account/core/protocol'
import type { LinkOptions } from '../store/link-options.ts'

type Failure = Exclude<Outcome['type'], 'linked' | 'relinked' | 'failed'>

const titles: Readonly<Record<Failure, string>> = {
  duplicate: 'The account was linked before',
  restricted: 'The account may not be linked',
  mismatch: 'Another account was signed in to than the one to connect again',
  canceled: 'The user left',
  expired: 'The time ran out',
}

/** All parameters that we set. Any of them in the link's own address is removed. */
const parameters = ['account_id', 'provider', 'state', 'error_type', 'error_title', 'error_detail'] as const
type Result = Partial<Record<(typeof parameters)[number], string>>

/**
 * Where the user goes at the end: the link's `redirectUri` with `account_id, provider, state`, or with
 * `error_type, error_title, error_detail` and `state`. `account_id` is our own id. `undefined` for a link
 * without an address.
 */
export function returnAddress(
  { redirectUri, state }: LinkOptions,
  step: Step | undefined,
): string | undefined {
  return addressWith(redirectUri, state, resultOf(step && isOutcome(step) ? step : { type: 'canceled' }))
}

/** Where the user goes if their wizard is done and not yet confirmed. */
export function pendingAddress(
  { redirectUri, state }: LinkOptions,
  code: 'confirmation_pending' | 'consent_unconfirmed',
): string | undefined {
  const result = { error_type: code, error_title: errorCatalogue[code].title }
  return addressWith(redirectUri, state, result)
}

/** Where the link's visitor came from, for a page that has no result to add. */
export function plainAddress({ redirectUri, state }: LinkOptions): string | undefined {
  return addressWith(redirectUri, state, {})
}

function addressWith(redirectUri: string | undefined, state: string | undefined, result: Result) {
  if (redirectUri === undefined) return undefined
  const url = new URL(redirectUri)
  for (const name of parameters) url.searchParams.delete(name)
  for (const [name, value] of Object.entries({ ...result, ...(state ? { state } : {}) })) {
    url.searchParams.set(name, value)
  }
  return url.href
}

function resultOf(outcome: Outcome): Result {
  switch (outcome.type) {
    case 'linked':
    case 'relinked':
      return { account_id: outcome.account.id, provider: outcome.account.provider }
    case 'failed':
      return failure(outcome.error.code, titleOf(outcome.error.code), outcome.error.detail)
    case 'duplicate':
      return failure('duplicate', titles.duplicate, outcome.account?.id)
    case 'restricted':
      return failure('restricted', titles.restricted, outcome.reason)
    default:
      return failure(outcome.type, titles[outcome.type], undefined)
  }
}

/** A row of a newer version may hold a code that this one does not know. */
function titleOf(code: string): string {
  const known: Readonly<Record<string, { readonly title: string } | undefined>> = errorCatalogue
  return known[code]?.title ?? errorCatalogue.internal_error.title
}

function failure(type: string, title: string, detail: string | undefined): Result {
  return { error_type: type, error_title: title, ...(detail ? { error_detail: detail } : {}) }
}
