import { listOf, object, oneOf, optional, type Read, recordOf, text, time } from './reader.ts'

/** A linked account as the browser may see it: `id` is the host's own, never Unipile's. */
export const readAccount = object({
  id: text,
  provider: text,
  /** The user's own name for it, or else the owner's name at the provider if it is known. */
  name: optional(text),
  /**
   * The account's condition (Unipile v2, "Account status"): `disconnected` needs its owner, `errored`
   * recovers by itself, `paused` needs the team.
   */
  status: oneOf('running', 'disconnected', 'errored', 'paused', 'degraded', 'partial'),
  /** Why it has that status, in Unipile's terms. */
  statusReason: optional(text),
  /**
   * What its user can do: `reconnect` it, first sign in to the provider's own app (`open_provider`), wait because it
   * recovers by itself, or ask the host's team. Absent from a server that does not say it yet.
   */
  userAction: optional(oneOf('none', 'wait', 'reconnect', 'open_provider', 'contact_team')),
  /** Progress of the first import of its messages; absent if the provider has none. */
  initialSync: optional(oneOf('pending', 'running', 'failed', 'completed')),
  createdAt: time,
  updatedAt: time,
})

/** The body of `GET /accounts`, and of each event of `GET /accounts/events`. */
export const readAccountList = object({ accounts: listOf(readAccount) })

/**
 * An account that is to be reconnected: what it is called, and how its user last signed in. Never holds a
 * secret.
 */
export const readKnownAccount = object({
  id: text,
  provider: text,
  name: optional(text),
  /** The method of the last sign-in. */
  method: optional(text),
  /** What was filled in there, by field name, without passwords and cookies. */
  values: optional(recordOf(text)),
})

export type KnownAccount = Read<typeof readKnownAccount>
export type Account = Read<typeof readAccount>
export type AccountStatus = Account['status']
export type UserAction = NonNullable<Account['userAction']>
export type InitialSync = NonNullable<Account['initialSync']>
