import type { HostAccount } from './host-account.ts'

/** Something that happened to a linked account. */
export interface AccountEvent extends HostAccount {}

/** A sign-in that ended at an account which the provider has restricted. */
export interface RestrictedEvent {
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
  /** The reason in Unipile's words, if it gives one. */
  readonly reason?: string
  /** The owner's id at the provider, if Unipile returns it: the provider's support asks for it. */
  readonly providerUserId?: string
}

/**
 * The host's callbacks. Each is called after the change is committed, by the instance that made it, at most
 * once: if the process dies between the two, it is not called. The stored rows are the truth; callbacks only
 * save you from polling them. A callback that rejects or takes longer than ten seconds is only logged.
 */
export interface ConnectCallbacks {
  /** A user linked an account. */
  accountLinked(event: AccountEvent): void | Promise<void>
  /** A user reconnected an account. */
  accountRelinked(event: AccountEvent): void | Promise<void>
  /** An account stopped working until its owner signs in again: its status became `disconnected`. */
  accountNeedsOwner(event: AccountEvent): void | Promise<void>
  /** An account that was `disconnected` is `running` again. */
  accountRecovered(event: AccountEvent): void | Promise<void>
  /** A user proved to own an account that the provider has restricted: the host's team may help. */
  accountRestricted(event: RestrictedEvent): void | Promise<void>
  /** An account was removed: disconnected by its user or by the host, or removed at Unipile. */
  accountRemoved(event: AccountEvent): void | Promise<void>
}
