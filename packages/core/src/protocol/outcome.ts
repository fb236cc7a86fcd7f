import * as v from 'valibot'
import { accountSchema } from './account.ts'

export const outcomeSchemas = {
  /** A new account is linked. */
  linked: v.object({ type: v.literal('linked'), account: accountSchema }),
  /** An account that was there is connected again. */
  relinked: v.object({ type: v.literal('relinked'), account: accountSchema }),
  /** The provider account was linked before: `account` when it is this user's own, nothing when it is someone else's. */
  duplicate: v.object({ type: v.literal('duplicate'), account: v.exactOptional(accountSchema) }),
  /** Unipile does not allow this account to be linked. */
  restricted: v.object({
    type: v.literal('restricted'),
    reason: v.exactOptional(v.string()),
    /** The owner's id at the provider: what Unipile's support asks for. */
    providerUserId: v.exactOptional(v.string()),
  }),
  /** A reconnect signed in another identity than the account's own. */
  mismatch: v.object({ type: v.literal('mismatch') }),
  /** The user left. */
  cancelled: v.object({ type: v.literal('cancelled') }),
  /** The time ran out: of the intent, or of the last QR code. */
  expired: v.object({ type: v.literal('expired') }),
  /** It cannot go on; `retryable` tells whether starting again can help. */
  failed: v.object({
    type: v.literal('failed'),
    error: v.object({ code: v.string(), detail: v.exactOptional(v.string()) }),
    retryable: v.boolean(),
  }),
} as const

type OutcomeSchema = (typeof outcomeSchemas)[keyof typeof outcomeSchemas]

export const outcomeSchema = v.variant(
  'type',
  Object.values(outcomeSchemas) as unknown as [OutcomeSchema, ...OutcomeSchema[]],
)

export type Outcome = v.InferOutput<OutcomeSchema>
export type OutcomeType = Outcome['type']
/** The outcome of one type: `OutcomeOf<'linked'>`. */
export type OutcomeOf<T extends OutcomeType> = Extract<Outcome, { type: T }>
