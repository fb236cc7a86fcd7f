import type { ConnectError } from './connect-error.ts'
import { isOutage } from './is-outage.ts'

/** Whether the call that failed can succeed later: the backend works again, or the user has signed in again. */
export function canRecover({ code }: Pick<ConnectError, 'code'>): boolean {
  return isOutage({ code }) || code.startsWith('session_')
}
