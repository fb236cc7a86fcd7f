import { withTimeout } from '../scheduler/with-timeout.ts'
import type { HostEventType } from '../store/host-event.ts'
import type { ClaimedHostEvent } from '../store/outbox-store.ts'
import type { ConnectCallbacks } from './connect-callbacks.ts'
import { DeliveryError } from './delivery-error.ts'

const TIMEOUT_MS = 10_000

/** Each type's callback. */
export const callbackOf = {
  'account.linked': 'accountLinked',
  'account.relinked': 'accountRelinked',
  'account.needs_owner': 'accountNeedsOwner',
  'account.interrupted': 'accountInterrupted',
  'account.paused': 'accountPaused',
  'account.recovered': 'accountRecovered',
  'account.removed': 'accountRemoved',
  'account.restricted': 'accountRestricted',
  'attempt.abandoned': 'attemptAbandoned',
} as const satisfies Record<HostEventType, keyof ConnectCallbacks>

/** Calls the host's function for the event; does nothing if it has none. Rejects if that fails. */
export async function callHost(on: Partial<ConnectCallbacks>, event: ClaimedHostEvent): Promise<void> {
  try {
    await withTimeout(call(on, event), TIMEOUT_MS, () => new DeliveryError('timeout'))
  } catch (error) {
    throw error instanceof DeliveryError ? error : new DeliveryError('callback_failed', { cause: error })
  }
}

async function call(
  on: Partial<ConnectCallbacks>,
  { id, createdAt, event }: ClaimedHostEvent,
): Promise<void> {
  const fact = { id, at: createdAt }
  switch (event.type) {
    case 'account.restricted':
      return on.accountRestricted?.({ ...event.data, ...fact })
    case 'attempt.abandoned':
      return on.attemptAbandoned?.({ ...event.data, ...fact })
    default:
      return on[callbackOf[event.type]]?.({ ...event.data, ...fact })
  }
}
