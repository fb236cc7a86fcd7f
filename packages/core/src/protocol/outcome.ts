import { readAccount } from './account.ts'
import { byType, flag, object, optional, type Read, text } from './reader.ts'

export const outcomeReaders = byType(
  {},
  {
    /** A new account is linked. */
    linked: { account: readAccount },
    /** An account that was there is connected again. */
    relinked: { account: readAccount },
    /** The provider account was linked before: `account` when it is this user's own, nothing when it is someone else's. */
    duplicate: { account: optional(readAccount) },
    /** Unipile does not allow this account to be linked. */
    restricted: {
      reason: optional(text),
      /** The owner's id at the provider: what Unipile's support asks for. */
      providerUserId: optional(text),
    },
    /** A reconnect signed in another identity than the account's own. */
    mismatch: {},
    /** The user left. */
    cancelled: {},
    /** The time ran out: of the intent, or of the last QR code. */
    expired: {},
    /** It cannot go on; `retryable` tells whether starting again can help. */
    failed: {
      error: object({ code: text, detail: optional(text) }),
      retryable: flag,
    },
  },
)

export type Outcome = Read<(typeof outcomeReaders)[keyof typeof outcomeReaders]>
export type OutcomeType = Outcome['type']
/** The outcome of one type: `OutcomeOf<'linked'>`. */
export type OutcomeOf<T extends OutcomeType> = Extract<Outcome, { type: T }>
