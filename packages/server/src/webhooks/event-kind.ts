import type { AccountStatus, InitialSync } from '@connect-account/core/protocol'
import { upstreamStatuses } from '../upstream/account-statuses.ts'

/** What an event of Unipile's is about. */
export type EventKind =
  | { readonly type: 'settled'; readonly added: boolean }
  | { readonly type: 'removed' }
  | { readonly type: 'status'; readonly status: AccountStatus }
  | { readonly type: 'synced'; readonly sync: InitialSync }

const kinds = new Map<string, EventKind>([
  ['account.add', { type: 'settled', added: true }],
  ['account.reconnect', { type: 'settled', added: false }],
  ['account.remove', { type: 'removed' }],
  ...upstreamStatuses.map(
    (status) => [`account.status.${status}`, { type: 'status', status }] satisfies [string, EventKind],
  ),
  ...(['running', 'failed', 'completed'] as const).map(
    (sync) => [`account.initial_sync.${sync}`, { type: 'synced', sync }] satisfies [string, EventKind],
  ),
])

/** `undefined` for a type that there is nothing to do about: types grow. */
export function readKind(type: string): EventKind | undefined {
  return kinds.get(type)
}

/**
 * The events that a webhook endpoint has to be sent: every type that is documented (wire page, "Webhooks") and that is acted on.
 * Events of the newer statuses `degraded` and `partial` are not documented, so none is asked for; one that comes is applied.
 */
export const triggerEvents: readonly string[] = [...kinds.keys()].filter(
  (type) => type !== 'account.status.degraded' && type !== 'account.status.partial',
)
