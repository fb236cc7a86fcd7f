import type { AccountStatus, InitialSync } from '@connect-account/core/protocol'

/** What an event of Unipile's changes. */
export type AccountChange =
  /** An account was linked, or connected again, by the start that has this `state`. */
  | { readonly type: 'settled'; readonly added: boolean; readonly state?: string }
  | { readonly type: 'removed' }
  /** Something is different: Unipile is asked for the account's status. */
  | { readonly type: 'changed' }
  | {
      readonly type: 'status'
      readonly status: AccountStatus
      readonly reason?: string
      /** The one product of the account that this is about. Absent: the whole account. */
      readonly product?: string
    }
  | { readonly type: 'synced'; readonly sync: InitialSync }

/** A webhook event, whichever API sent it: plain JSON, so that it can be stored and applied later. */
export interface UpstreamEvent {
  /** The same for each delivery of the event, if Unipile gives it an id. */
  readonly id: string
  /** Unipile's name for it, for logs and metrics. */
  readonly type: string
  /** What to do about it. Absent: nothing. */
  readonly change?: AccountChange & { readonly accountId: string }
  /** When it happened (ISO 8601), if Unipile says so. */
  readonly occurredAt?: string
}
