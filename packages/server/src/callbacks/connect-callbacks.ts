import type { HostAccount } from './host-account.ts'

/** What every event has. */
interface Event {
  /** The event's own id: the same if it is delivered again. */
  readonly id: string
  /** When it happened. */
  readonly at: Date
}

/** Something that happened to a linked account. */
export interface AccountEvent extends HostAccount, Event {}

/** A sign-in that ended at an account which the provider has restricted. */
export interface RestrictedEvent extends Event {
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
  /** The reason in Unipile's words, if it gives one. */
  readonly reason?: string
  /** The owner's id at the provider, if Unipile returns it: the provider's support asks for it. */
  readonly providerUserId?: string
}

/** An attempt to link or reconnect an account that its user did not finish. */
export interface AbandonedEvent extends Event {
  readonly userId: string
  /** The provider's id in the catalogue, or `*` for a wizard that offers several. */
  readonly provider: string
  /** The method's id in the catalogue. */
  readonly method: string
  readonly intentId: string
  /** Whether the user canceled it or its time ran out. */
  readonly how: 'canceled' | 'expired'
  /** The type of the step that the user left, such as `otp` or `qr`. */
  readonly step: string
}

/**
 * The host's callbacks. An event is stored in the transaction of the change that it is about, and delivered after
 * the commit, at least once: one that rejects, takes longer than ten seconds, or whose process dies, is called
 * again, by any instance and with growing pauses, for three days. Those about one account come one after the other,
 * in their order. Deduplicate by `id`. Instances on one database need the same callbacks.
 */
export interface ConnectCallbacks {
  /** A user linked an account. */
  accountLinked(event: AccountEvent): void | Promise<void>
  /** A user reconnected an account. */
  accountRelinked(event: AccountEvent): void | Promise<void>
  /** An account, or one of its products, stopped working until its owner signs in again: `disconnected`, `partial`. */
  accountNeedsOwner(event: AccountEvent): void | Promise<void>
  /** An account has trouble that ends by itself: its status became `errored` or `degraded`. */
  accountInterrupted(event: AccountEvent): void | Promise<void>
  /** An account waits for the host's team: its status became `paused`, or Unipile locked it. */
  accountPaused(event: AccountEvent): void | Promise<void>
  /** An account that was not `running` is again, without a reconnect. */
  accountRecovered(event: AccountEvent): void | Promise<void>
  /** A user proved to own an account that the provider has restricted: the host's team may help. */
  accountRestricted(event: RestrictedEvent): void | Promise<void>
  /** An account was removed: disconnected by its user or by the host, or removed at Unipile. */
  accountRemoved(event: AccountEvent): void | Promise<void>
  /** A user canceled an attempt, or let its time run out. A consent that is given late may still link. */
  attemptAbandoned(event: AbandonedEvent): void | Promise<void>
}
