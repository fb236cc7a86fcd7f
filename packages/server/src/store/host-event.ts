import type { Account } from '@connect-account/core/protocol'

export type AccountEventType =
  | 'account.linked'
  | 'account.relinked'
  | 'account.needs_owner'
  | 'account.interrupted'
  | 'account.paused'
  | 'account.recovered'
  | 'account.removed'
/** What a host is told of. A newer version may add to these; none changes its meaning. */
export type HostEventType = HostEvent['type']

interface AccountData {
  readonly userId: string
  readonly account: Account
  /** Unipile's id. */
  readonly unipileAccountId: string
}

interface RestrictedData {
  readonly userId: string
  readonly provider: string
  readonly reason?: string
  readonly providerUserId?: string
}

interface AbandonedData {
  readonly userId: string
  readonly provider: string
  readonly method: string
  readonly intentId: string
  readonly how: 'canceled' | 'expired'
  /** The type of the step that it was at. */
  readonly step: string
}

/** A fact to tell the host. It holds no secret. */
export type HostEvent =
  | { readonly type: AccountEventType; readonly data: AccountData }
  | { readonly type: 'account.restricted'; readonly data: RestrictedData }
  | { readonly type: 'attempt.abandoned'; readonly data: AbandonedData }
