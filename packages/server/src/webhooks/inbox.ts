import { ConnectError } from '@connect-account/core/errors'
import type { Span } from '@opentelemetry/api'
import * as v from 'valibot'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createScheduler } from '../scheduler/scheduler.ts'
import type { ChangeFeed } from '../store/change-feed.ts'
import type { ClaimedEvent, WebhookEventStore } from '../store/webhook-event-store.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Timings } from '../timings.ts'
import { type ApplyContext, applyEvent } from './apply-event.ts'
import { readKind } from './event-kind.ts'
import { type WebhookEvent, webhookEventSchema } from './webhook-event.ts'

export interface InboxContext extends ApplyContext {
  readonly events: WebhookEventStore
  /** Tells that an event has come in, to whichever instance. */
  readonly feed: Pick<ChangeFeed, 'subscribe'>
  readonly telemetry: Pick<Telemetry, 'inSpan' | 'webhooksLag'>
  readonly timings: Pick<Timings, 'upstreamTimeoutMs' | 'webhookRetryMs'>
  readonly logger: Logger
}

export interface Inbox {
  /** Takes a verified event in. Once this resolves the event is safe, whatever becomes of this process. */
  receive(event: WebhookEvent): Promise<void>
  /** Claims nothing more, and lets what is being applied finish. */
  close(): Promise<void>
}

/** How many events one instance applies at a time. */
const MAX_AT_WORK = 20
const MAX_ATTEMPTS = 12
const MAX_BACKOFF_MS = 10 * 60_000
/** How long an event may be ahead of its account, whose own row may be about to be written. */
const AHEAD_MS = 60_000
/** A notification can be lost with its connection; the events themselves are found within this time. */
const MAX_SLEEP_MS = 10_000

/** Stores events at once and applies them afterwards, each by one instance at a time. */
export function createInbox(context: InboxContext): Inbox {
  const { events, telemetry, timings, logger, now } = context
  // Applying takes one call to Unipile, two at most: a claim that lasts longer has lost its holder.
  const claimMs = 2 * timings.upstreamTimeoutMs + 10_000
  const atWork = new Map<string, Promise<void>>()

  const scheduler = createScheduler(async () => {
    // The end of any of them is the next wake-up then.
    if (atWork.size >= MAX_AT_WORK) return MAX_SLEEP_MS
    try {
      const until = new Date(now() + claimMs)
      for (const event of await events.claimDue(new Date(now()), until, MAX_AT_WORK - atWork.size)) {
        begin(event)
      }
      const next = await events.nextDue()
      return Math.min((next?.getTime() ?? Number.POSITIVE_INFINITY) - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, 'Could not look for webhook events')
      return MAX_SLEEP_MS
    }
  })
  const stopListening = context.feed.subscribe('', scheduler.wake)

  function begin(event: ClaimedEvent) {
    const work = telemetry
      .inSpan('connect webhook', { isBackground: true }, (span) => process(event, span))
      // Where not even that could be written down, the claim lapses, and the event is tried again.
      .catch((error) =>
        logger.error({ event: event.id, err: errorForLog(error) }, 'A webhook event was dropped for now'),
      )
      .finally(() => {
        atWork.delete(event.id)
        scheduler.wake()
      })
    atWork.set(event.id, work)
  }

  async function process(claimed: ClaimedEvent, span: Span) {
    const { id, receivedAt, body, attempts } = claimed
    try {
      const event = v.parse(webhookEventSchema, body)
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
      const told = { event: id, attempts, err: errorForLog(error) }
      if (attempts >= MAX_ATTEMPTS) {
        logger.error(told, 'A webhook event was given up')
        return events.giveUp(claimed, new Date(now()), failure)
      }
      logger.warn(told, 'A webhook event could not be applied; will try again')
      const asked = error instanceof ConnectError ? (error.retryAfter ?? 0) * 1000 : 0
      await events.postpone(claimed, new Date(now() + Math.max(pause, asked)), failure)
    }
  }

  return {
    async receive(event) {
      const { id, type } = event
      const receivedAt = new Date(now())
      if (!readKind(type)) return events.note({ id, type, receivedAt })
      await events.add({ id, type, receivedAt, body: storable(event) })
    },
    async close() {
      stopListening()
      await scheduler.close()
      await Promise.all(atWork.values())
    },
  }
}

/** The event is about an account that is not here yet: its transaction is undone, and the event tried again. */
class AheadOfAccount extends Error {}

/** PostgreSQL's jsonb holds neither NUL nor half a surrogate pair (PostgreSQL, "JSON Types"). */
function storable(event: WebhookEvent): unknown {
  return JSON.parse(
    JSON.stringify(event, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(/[\0\p{Surrogate}]/gu, '\ufffd') : value,
    ),
  )
}
