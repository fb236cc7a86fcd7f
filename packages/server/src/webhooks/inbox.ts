import { ConnectError } from '@connect-account/core/errors'
import type { Span } from '@opentelemetry/api'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createWorker } from '../scheduler/worker.ts'
import type { ChangeFeed } from '../store/change-feed.ts'
import type { ClaimedEvent, WebhookEventStore } from '../store/webhook-event-store.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Timings } from '../timings.ts'
import type { UpstreamEvent } from '../upstream-event.ts'
import { AHEAD_MS, type ApplyContext, applyEvent } from './apply-event.ts'

export interface InboxContext extends ApplyContext {
  readonly events: WebhookEventStore
  /** Notifies every instance of an event that came in. */
  readonly feed: Pick<ChangeFeed, 'subscribe'>
  readonly telemetry: Pick<Telemetry, 'inSpan' | 'webhooksLag'>
  readonly timings: Pick<Timings, 'upstreamTimeoutMs' | 'webhookRetryMs'>
  readonly logger: Logger
}

export interface Inbox {
  /** Stores a verified event. Once this resolves the event is applied, even if this process dies. */
  receive(event: UpstreamEvent): Promise<void>
  /** Claims nothing more and lets running events finish. */
  close(): Promise<void>
}

/** How many events one instance applies at a time. */
const MAX_AT_WORK = 20
const MAX_ATTEMPTS = 12
const MAX_BACKOFF_MS = 10 * 60_000
/**
 * A notification can be lost with its connection: events are found within this time anyway, in milliseconds.
 */
const MAX_SLEEP_MS = 10_000

/** Stores events at once and applies them afterwards, each on one instance at a time. */
export function createInbox(context: InboxContext): Inbox {
  const { events, telemetry, timings, logger, now } = context
  // Applying takes four calls to Unipile at most: the holder of a longer claim is dead.
  const claimMs = 4 * timings.upstreamTimeoutMs + 10_000
  const worker = createWorker(context, {
    what: 'webhook events',
    concurrency: MAX_AT_WORK,
    maxSleepMs: MAX_SLEEP_MS,
    claim: (limit) => events.claimDue(new Date(now()), new Date(now() + claimMs), limit),
    run: (event) =>
      telemetry.inSpan('connect webhook', { isBackground: true }, (span) => process(event, span)),
    nextDue: () => events.nextDue(),
    describe: ({ id }) => ({ event: id }),
  })
  const stopListening = context.feed.subscribe('', worker.wake)

  async function process(claimed: ClaimedEvent, span: Span) {
    const { id, receivedAt, event, attempts } = claimed
    try {
      span.setAttributes({ 'connect.webhook.type': event.type, 'connect.webhook.attempts': attempts })
      const { announce } = await applyEvent(context, event, receivedAt, (write) =>
        events.complete(id, new Date(now()), async (transaction) => {
          const applied = await write(transaction)
          if (!applied.known && now() - receivedAt.getTime() < AHEAD_MS) throw new AheadOfAccount()
          return applied
        }),
      )
      announce?.()
      telemetry.webhooksLag.record((now() - receivedAt.getTime()) / 1000, { type: event.type })
    } catch (error) {
      const pause = Math.min(timings.webhookRetryMs * 2 ** (attempts - 1), MAX_BACKOFF_MS)
      if (error instanceof AheadOfAccount) return events.postpone(claimed, new Date(now() + pause), null)
      const failure = error instanceof ConnectError ? error.code : 'internal_error'
      const members = { event: id, attempts, err: errorForLog(error) }
      if (attempts >= MAX_ATTEMPTS) {
        logger.error(members, 'A webhook event was given up')
        return events.giveUp(claimed, new Date(now()), failure)
      }
      logger.warn(members, 'Webhook event deferred: it could not be applied yet')
      const retryAfterMs = error instanceof ConnectError ? (error.retryAfter ?? 0) * 1000 : 0
      await events.postpone(claimed, new Date(now() + Math.max(pause, retryAfterMs)), failure)
    }
  }

  return {
    async receive(event) {
      const { id, type } = event
      const receivedAt = new Date(now())
      if (!event.change) return events.record({ id, type, receivedAt })
      await events.add({ id, type, receivedAt, event })
    },
    async close() {
      stopListening()
      await worker.close()
    },
  }
}

/** What the event is about is not known yet: its transaction is rolled back, and the event is tried again. */
class AheadOfAccount extends Error {}
