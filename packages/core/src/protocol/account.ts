import { object, oneOf, optional, type Read, text } from './reader.ts'

/** A linked account as the browser may see it: `id` is the host's own, never Unipile's. */
export const readAccount = object({
  id: text,
  provider: text,
  /** What the user calls it, or else the owner's name at the provider, where the provider tells. */
  name: optional(text),
  /**
   * Where the account stands (Unipile v2, "Account status"): `disconnected` needs its owner, `errored` recovers by itself,
   * `paused` needs the team.
   */
  status: oneOf('running', 'disconnected', 'errored', 'paused', 'degraded', 'partial'),
  /** Why it has that status, in Unipile's words, where it tells. */
  statusReason: optional(text),
  /** How far the first import of its messages is; absent where the provider has none. */
  initialSync: optional(oneOf('pending', 'running', 'failed', 'completed')),
  createdAt: text,
  updatedAt: text,
})

export type Account = Read<typeof readAccount>
export type AccountStatus = Account['status']
export type InitialSync = NonNullable<Account['initialSync']>
