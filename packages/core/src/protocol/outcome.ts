import { readAccount } from './account.ts'
import { flag, object, optional, type Read, text } from './reader.ts'
import { union } from './union.ts'

/** Reads an outcome; `undefined` if this version does not know its type. */
export const readOutcome = union(
  'type',
  {},
  {
    /** A new account is linked. */
    linked: { account: readAccount },
    /** An account that is linked already was reconnected. */
    relinked: { account: readAccount },
    /**
     * The provider account was linked before: `account` if it is this user's own, nothing if it is someone
     * else's.
     */
    duplicate: { account: optional(readAccount) },
    /** Unipile does not allow this account to be linked. */
    restricted: {
      reason: optional(text),
      /** The owner's id at the provider, which Unipile's support asks for. */
      providerUserId: optional(text),
    },
    /** The user reconnected with an identity that is not the account's own. */
    mismatch: {},
    /** The user left. */
    canceled: {},
    /** The time of the intent, or of the last QR code, ran out. */
    expired: {},
    /** The intent cannot continue; `retryable` says whether starting again can help. */
    failed: {
      error: object({ code: text, detail: optional(text) }),
      retryable: flag,
    },
  },
)

export type Outcome = Exclude<Read<typeof readOutcome>, undefined>
export type OutcomeType = Outcome['type']
/** The outcome of one type: `OutcomeOf<'linked'>`. */
export type OutcomeOf<T extends OutcomeType> = Extract<Outcome, { type: T }>
