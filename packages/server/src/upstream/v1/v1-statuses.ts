import type { AccountStatus } from '@connect-account/core/protocol'

/** API v1's names for the status of an account's source (documentation, "Account status updates"). */
const statuses: Readonly<Record<string, AccountStatus>> = {
  OK: 'running',
  // It connects by itself, at first and after a pause: the user has nothing to do.
  CONNECTING: 'running',
  CREDENTIALS: 'disconnected',
  // A right was withdrawn: the owner has to give it again.
  PERMISSIONS: 'disconnected',
  // "Synchronization has stopped due to an unexpected error": the same of both.
  ERROR: 'errored',
  STOPPED: 'errored',
}

/** The one status that a restart can end. */
export const STOPPED = 'STOPPED'

/** `undefined` for a name that is newer than this version. */
export function statusOf(name: string): AccountStatus | undefined {
  return Object.hasOwn(statuses, name) ? statuses[name] : undefined
}

/**
 * Of several sources, e.g. LinkedIn's and Recruiter's: what they all say, or that part of the account works.
 */
export function statusOfSources(names: readonly string[]): AccountStatus {
  const found = new Set(names.map(statusOf).filter((status) => status !== undefined))
  const [only = 'running'] = found
  if (found.size <= 1) return only
  if (found.has('disconnected')) return found.has('running') ? 'partial' : 'disconnected'
  return found.has('running') ? 'degraded' : only
}
