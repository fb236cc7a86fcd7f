import { randomUUID } from 'node:crypto'
import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { errorForLog } from '../settings/error-for-log.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import { createAlarm } from './alarm.ts'
import { applyResult } from './apply-result.ts'
import { failedStep } from './failed-step.ts'
import type { IntentContext } from './intent-context.ts'

export interface Waiter {
  /** Looks for work now: an intent has begun to wait. */
  wake(): void
  /** Gives up the calls that are held and hands their intents to the other instances. */
  close(): Promise<void>
}

/** How many calls one instance holds at a time; the rest is left to others, or waits. */
const MAX_WAITS = 200

/**
 * Asks Unipile, again and again, how the scans and approvals stand that users were asked for. Of all instances on a database one
 * asks for an intent at a time: the holder of its lease, which lapses when the holder dies.
 */
export function createWaiter(context: IntentContext): Waiter {
  const { intents, timings, logger, now } = context
  const owner = randomUUID()
  const waits = new Map<string, Promise<void>>()
  const closing = new AbortController()

  const alarm = createAlarm(async () => {
    // The end of any wait is the next wake-up then.
    if (waits.size >= MAX_WAITS) return timings.leaseMs
    try {
      const due = await intents.leaseDue(owner, new Date(now()), leaseEnd(), MAX_WAITS - waits.size)
      for (const intent of due) if (!waits.has(intent.id)) begin(intent)
      const next = await intents.nextDue()
      // Intents that other instances start are found within a lease's time, should they not wait for them themselves.
      return Math.min((next?.getTime() ?? Number.POSITIVE_INFINITY) - now(), timings.leaseMs)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, 'Could not look for intents to wait for')
      return timings.leaseMs
    }
  })

  function leaseEnd() {
    return new Date(now() + timings.leaseMs)
  }

  function begin(intent: IntentRecord) {
    const wait = holdLease(intent)
      .catch((error) =>
        logger.error({ intent: intent.id, err: errorForLog(error) }, 'Waiting for an intent failed'),
      )
      .finally(() => {
        waits.delete(intent.id)
        alarm.wake()
      })
    waits.set(intent.id, wait)
  }

  /** Asks once, keeping the lease meanwhile. What goes wrong here leaves the lease to lapse: that is the pause before another try. */
  async function holdLease(intent: IntentRecord) {
    const lost = new AbortController()
    const renewal = setInterval(async () => {
      try {
        if (!(await intents.renewLease(intent.id, owner, leaseEnd()))) lost.abort()
      } catch (error) {
        logger.warn({ intent: intent.id, err: errorForLog(error) }, 'Could not renew a lease')
      }
    }, timings.leaseMs / 3)
    try {
      const next = await ask(intent, AbortSignal.any([closing.signal, lost.signal]))
      await intents.endLease(intent.id, owner, next)
    } finally {
      clearInterval(renewal)
    }
  }

  /** @returns when to ask again, and how many times in a row that failed. */
  async function ask(intent: IntentRecord, signal: AbortSignal): Promise<{ pollAt: Date; faults: number }> {
    const { upstreamIntentId, checkpointId } = intent
    if (!upstreamIntentId || !checkpointId) throw new Error('An awaited intent has no checkpoint at Unipile.')
    const asked = now()
    try {
      const result = await context.upstream.wait(upstreamIntentId, signal)
      const { changed } = await applyResult(context, intent.id, {
        result,
        from: checkpointId,
        polled: true,
      })
      // A call that Unipile held has been a pause in itself.
      return again(changed ? now() : asked + timings.pollEveryMs)
    } catch (error) {
      if (signal.aborted) return again(now(), intent.faults)
      if (!(error instanceof ConnectError)) throw error
      if (errorCatalogue[error.code].retryable) return backOff(intent, error)
      await intents.advance(intent.id, new Date(now()), async (current) =>
        current.checkpointId === checkpointId ? { step: failedStep(error) } : undefined,
      )
      return again(now())
    }
  }

  function again(at: number, faults = 0) {
    return { pollAt: new Date(Math.max(now(), at)), faults }
  }

  function backOff({ id, faults }: IntentRecord, error: ConnectError) {
    logger.warn({ intent: id, code: error.code, faults }, 'Unipile could not be asked; will ask again')
    const pause = Math.min(timings.pollEveryMs * 2 ** faults, timings.backoffMaxMs)
    return again(now() + Math.max(pause, (error.retryAfter ?? 0) * 1000), faults + 1)
  }

  return {
    wake: alarm.wake,
    async close() {
      closing.abort()
      await alarm.close()
      await Promise.all(waits.values())
    },
  }
}
