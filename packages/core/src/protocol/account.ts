import * as v from 'valibot'

/**
 * Where a linked account stands (Unipile v2, "Account status"): `disconnected` needs its owner, `errored` recovers by
 * itself, `paused` needs the team.
 */
export const accountStatuses = [
  'running',
  'disconnected',
  'errored',
  'paused',
  'degraded',
  'partial',
] as const

/** A linked account as the browser may see it: `id` is the host's own, never Unipile's. */
export const accountSchema = v.object({
  id: v.string(),
  provider: v.string(),
  /** The owner's name at the provider, where the provider tells. */
  name: v.exactOptional(v.string()),
  status: v.picklist(accountStatuses),
  /** Why it has that status, in Unipile's words, where it tells. */
  statusReason: v.exactOptional(v.string()),
  createdAt: v.string(),
  updatedAt: v.string(),
})

export type AccountStatus = (typeof accountStatuses)[number]
export type Account = v.InferOutput<typeof accountSchema>
