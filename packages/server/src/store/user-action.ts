import type { AccountStatus, UserAction } from '@connect-account/core/protocol'
import { wantsOwnApp } from '../upstream/assumptions.ts'

/** What the user can do about each status. */
const actions = {
  running: 'none',
  disconnected: 'reconnect',
  partial: 'reconnect',
  errored: 'wait',
  degraded: 'wait',
  paused: 'contact_team',
} as const satisfies Record<AccountStatus, UserAction>

/** The one place that says what an account's user can do. `reason`: why it has that status, in Unipile's terms. */
export function userActionOf(status: AccountStatus, reason: string | undefined): UserAction {
  const action = actions[status]
  return action === 'reconnect' && reason && wantsOwnApp(reason) ? 'open_provider' : action
}
