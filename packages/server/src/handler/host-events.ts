import { listMissed, type MissedEventList, type MissedQuery } from '../callbacks/missed-events.ts'
import { checkNames } from '../settings/known-names.ts'
import { missedNames } from '../settings/option-names.ts'
import type { OutboxStore } from '../store/outbox-store.ts'

/** The events that the host is told of, by callbacks and by signed posts. */
export interface HostEvents {
  /**
   * A page of the events that could not be delivered in three days, or that the host's endpoint refused with 410, the
   * oldest first. They are kept for thirty days.
   * @throws ConnectError `invalid_request` for an `after` that no page returned.
   */
  missed(query?: MissedQuery): Promise<MissedEventList>
  /**
   * Delivers an event once more, to every target that it went to, under the same id. It may have been delivered
   * before.
   * @returns whether there is an event of this id: they are kept for thirty days.
   */
  resend(id: string): Promise<boolean>
}

export function createHostEvents({
  outbox,
  now,
}: {
  readonly outbox: OutboxStore
  readonly now: () => number
}): HostEvents {
  return {
    async missed(query = {}) {
      checkNames(query, missedNames, 'events.missed')
      return listMissed(outbox, query)
    },
    resend: (id) => outbox.resend(id, new Date(now())),
  }
}
