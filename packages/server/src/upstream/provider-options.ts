import * as v from 'valibot'

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))

/** How much of the past: so many items, or all since a time in UTC. */
const amount = v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.string(), v.isoTimestamp())])

/**
 * What a sign-in asks Unipile for, besides the credentials. What the provider or the API does not have is left
 * out; on a reconnect also what the account has already.
 */
export const providerOptionsSchema = v.strictObject({
  /**
   * LinkedIn's products. An account without the subscription of one cannot be linked with it. API v1 links all
   * that the account has, and disables the others. Default: Unipile's, which is `classic`.
   */
  products: v.exactOptional(
    v.pipe(
      v.array(v.picklist(['classic', 'company', 'recruiter', 'sales_navigator'])),
      v.minLength(1),
      v.check((products) => !(products.includes('recruiter') && products.includes('sales_navigator'))),
    ),
  ),
  /** API v1: the contract of LinkedIn Recruiter, for an account with several. Default: the user chooses. */
  recruiterContractId: v.exactOptional(text(200)),
  /** What to ask for at the consent page of Google or Microsoft. Default: Unipile's. */
  scopes: v.exactOptional(v.pipe(v.array(text(256)), v.minLength(1), v.maxLength(50))),
  /** Whether the past of a mailbox is imported. Default: yes. */
  initialSync: v.exactOptional(v.boolean()),
  /** API v1: how much of the past of a messaging account is imported. Default: all. */
  syncLimit: v.exactOptional(
    v.strictObject({
      /** Of each inbox. */
      chats: v.exactOptional(amount),
      /** Of each chat. */
      messages: v.exactOptional(amount),
    }),
  ),
  /** LinkedIn under API v2: the user's IANA time zone, such as `Europe/Paris`. */
  timeZone: v.exactOptional(text(100)),
  /** API v2: the scope that the account belongs to, so that keys of that scope can use it. */
  accountScopeId: v.exactOptional(text(200)),
})

export type ProviderOptions = v.InferOutput<typeof providerOptionsSchema>

/** What a host may choose by. */
export interface OptionsQuestion {
  /** The host's own id of its user. */
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
}

/** `undefined` and members that are left out mean Unipile's defaults. */
export type ChooseProviderOptions = (
  question: OptionsQuestion,
) => ProviderOptions | undefined | Promise<ProviderOptions | undefined>
