import { readAccount } from './account.ts'
import { flag, object, oneOf, optional, type Read, text } from './reader.ts'

export const outcomeReaders = {
  /** A new account is linked. */
  linked: object({ type: oneOf('linked'), account: readAccount }),
  /** An account that was there is connected again. */
  relinked: object({ type: oneOf('relinked'), account: readAccount }),
  /** The provider account was linked before: `account` when it is this user's own, nothing when it is someone else's. */
  duplicate: object({ type: oneOf('duplicate'), account: optional(readAccount) }),
  /** Unipile does not allow this account to be linked. */
  restricted: object({
    type: oneOf('restricted'),
    reason: optional(text),
    /** The owner's id at the provider: what Unipile's support asks for. */
    providerUserId: optional(text),
  }),
  /** A reconnect signed in another identity than the account's own. */
  mismatch: object({ type: oneOf('mismatch') }),
  /** The user left. */
  cancelled: object({ type: oneOf('cancelled') }),
  /** The time ran out: of the intent, or of the last QR code. */
  expired: object({ type: oneOf('expired') }),
  /** It cannot go on; `retryable` tells whether starting again can help. */
  failed: object({
    type: oneOf('failed'),
    error: object({ code: text, detail: optional(text) }),
    retryable: flag,
  }),
} as const

export type Outcome = Read<(typeof outcomeReaders)[keyof typeof outcomeReaders]>
export type OutcomeType = Outcome['type']
/** The outcome of one type: `OutcomeOf<'linked'>`. */
export type OutcomeOf<T extends OutcomeType> = Extract<Outcome, { type: T }>
