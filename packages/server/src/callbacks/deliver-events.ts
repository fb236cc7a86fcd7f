import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { abortable } from '../scheduler/abortable.ts'
import { createWorker } from '../scheduler/worker.ts'
import type { ChangeFeed } from '../store/change-feed.ts'
import type { ClaimedHostEvent, OutboxStore, OutboxTarget } from '../store/outbox-store.ts'
import type { Timings } from '../timings.ts'
import { DeliveryError } from './delivery-error.ts'

export interface DeliveryContext {
  readonly outbox: OutboxStore
  /** Notifies every instance of an event that was added. */
  readonly feed: Pick<ChangeFeed, 'subscribe'>
  readonly timings: Pick<Timings, 'eventRetryMs' | 'closeGraceMs'>
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface Delivery {
  /** Claims nothing more, and lets running deliveries finish for `timings.closeGraceMs`; then another instance has them. */
  close(): Promise<void>
}

/** How many events one instance delivers at a time to one target. */
const MAX_AT_WORK = 20
/** The holder of a longer claim is dead. */
const CLAIM_MS = 30_000
const MAX_PAUSE_MS = 10 * 60_000
/** A notification can be lost with its connection: events are found within this time anyway, in milliseconds. */
const MAX_SLEEP_MS = 10_000

/** Delivers the events of one target, each at least once, and those of one stream one after the other. */
export function deliverEvents(
  { outbox, feed, timings, logger, now }: DeliveryContext,
  target: OutboxTarget,
  send: (event: ClaimedHostEvent) => Promise<void>,
): Delivery {
  const closing = new AbortController()
  const worker = createWorker<ClaimedHostEvent>(
    { logger, now },
    {
      what: 'events for the host',
      concurrency: MAX_AT_WORK,
      maxSleepMs: MAX_SLEEP_MS,
      claim: (limit) => outbox.claimDue(target, new Date(now()), new Date(now() + CLAIM_MS), limit),
      run: deliver,
      nextDue: () => outbox.nextDue(target),
      describe: ({ id }) => ({ event: id }),
    },
  )
  const stopListening = feed.subscribe('', worker.wake)

  async function deliver(claimed: ClaimedHostEvent): Promise<void> {
    try {
      await abortable(send(claimed), closing.signal)
      await outbox.settle(claimed, new Date(now()))
    } catch (error) {
      if (closing.signal.aborted) return outbox.postpone(claimed, new Date(now()), 'timeout')
      if (!(error instanceof DeliveryError)) throw error
      const { id, attempts, until } = claimed
      const cause = error.cause ?? error
      const members = { event: id, attempts, code: error.failure, err: errorForLog(cause) }
      if (error.isFinal || now() >= until.getTime()) {
        logger.error(members, 'An event for the host was given up. handler.events.missed() lists it')
        return outbox.giveUp(claimed, new Date(now()), error.failure)
      }
      logger.warn(members, 'An event could not be delivered to the host; will try again')
      const pause = Math.min(timings.eventRetryMs * 2 ** Math.min(attempts - 1, 20), MAX_PAUSE_MS)
      await outbox.postpone(claimed, new Date(now() + pause), error.failure)
    }
  }

  return {
    async close() {
      stopListening()
      const grace = setTimeout(() => closing.abort(), timings.closeGraceMs)
      await worker.close()
      clearTimeout(grace)
    },
  }
}
