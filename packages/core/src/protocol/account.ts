import { object, oneOf, optional, type Read, text } from './reader.ts'

/** A linked account as the browser may see it: `id` is the host's own, never Unipile's. */
export const readAccount = object({
  id: text,
  provider: text,
  /** The owner's name at the provider, where the provider tells. */
  name: optional(text),
  /**
   * Where the account stands (Unipile v2, "Account status"): `disconnected` needs its owner, `errored` recovers by itself,
   * `paused` needs the team.
   */
  status: oneOf('running', 'disconnected', 'errored', 'paused', 'degraded', 'partial'),
  /** Why it has that status, in Unipile's words, where it tells. */
  statusReason: optional(text),
  createdAt: text,
  updatedAt: text,
})

export type Account = Read<typeof readAccount>
export type AccountStatus = Account['status']
