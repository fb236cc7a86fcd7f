import type { Step } from '@connect-account/core/protocol'
import { type AccountRecord, publicAccount } from './account-store.ts'
import type { AccountEventType, HostEvent } from './host-event.ts'

/** An event before it is in the outbox. */
export interface NewHostEvent {
  /** What it is about: events of one stream are delivered in their order. */
  readonly stream: string
  readonly event: HostEvent
}

export function accountEvent(type: AccountEventType, record: AccountRecord): NewHostEvent {
  const { userId, accountId: unipileAccountId } = record
  return {
    stream: record.id,
    event: { type, data: { userId, account: publicAccount(record), unipileAccountId } },
  }
}

interface Attempt {
  readonly id: string
  readonly userId: string
  readonly provider: string
  readonly method: string
  readonly step: Step
}

/** What the end of an attempt tells the host, besides the account that it linked. */
export function endEvents(attempt: Attempt, end: Step): NewHostEvent[] {
  const { id, userId, provider, method, step } = attempt
  switch (end.type) {
    case 'restricted': {
      const { type: _, ...restriction } = end
      return [
        { stream: id, event: { type: 'account.restricted', data: { userId, provider, ...restriction } } },
      ]
    }
    case 'canceled':
    case 'expired': {
      const how = end.type
      const data = { userId, provider, method, intentId: id, how, step: step.type }
      return [{ stream: id, event: { type: 'attempt.abandoned', data } }]
    }
    default:
      return []
  }
}
