import { randomUUID } from 'node:crypto'
import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { errorForLog } from '../../log/error-for-log.ts'
import { createWorker } from '../../scheduler/worker.ts'
import type { LeasedIntent } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from '../settling/apply-result.ts'

export interface Waiter {
  /** Looks for work now: an intent has started to wait. */
  wake(): void
  /**
   * Cancels the calls that are held and hands their intents to the other instances, which take over at once.
   */
  close(): Promise<void>
}

/** When Unipile is asked again, and how many times in a row that has failed. Absent: after the end. */
interface NextQuestion {
  readonly pollAt: Date
  readonly faults: number
}

/** How many calls one instance holds at a time; the rest is left to others, or waits. */
const MAX_WAITS = 5_000

/**
 * Polls Unipile for the scans and approvals that users were asked for. Of all instances on a database, one
 * polls for an intent at a time: the holder of its lease, which lapses when the holder dies.
 */
export function createWaiter(context: IntentContext): Waiter {
  const { intents, telemetry, timings, logger, now } = context
  const owner = randomUUID()
  /** The open calls by intent: each is canceled if its lease is lost, or when the instance closes. */
  const calls = new Map<string, AbortController>()
  let isClosing = false

  const worker = createWorker(context, {
    what: 'awaited intents',
    concurrency: MAX_WAITS,
    // Intents that other instances start are found within a lease's time, even if those do not wait for them.
    maxSleepMs: timings.leaseMs,
    async claim(limit) {
      const leased = await intents.leaseDue(owner, new Date(now()), leaseEnd(), limit)
      // A lost lease can be acquired again before its call has ended.
      return leased.filter(({ id }) => !calls.has(id))
    },
    run: wait,
    nextDue: () => intents.nextDue(),
    describe: ({ id }) => ({ intent: id }),
  })
  const stopListening = context.waits.subscribe('', worker.wake)
  const renewal = setInterval(renewLeases, timings.leaseMs / 3)

  function leaseEnd() {
    return new Date(now() + timings.leaseMs)
  }

  /** One statement for all of them: a row each would be a commit each. */
  async function renewLeases() {
    const ids = [...calls.keys()]
    if (ids.length === 0) return
    try {
      const renewed = new Set(await intents.renewLeases(ids, owner, leaseEnd()))
      for (const id of ids) if (!renewed.has(id)) calls.get(id)?.abort()
    } catch (error) {
      logger.warn({ err: errorForLog(error) }, 'Could not renew the leases')
    }
  }

  async function wait(intent: LeasedIntent): Promise<void> {
    telemetry.waitsOpen.add(1)
    try {
      await telemetry.inSpan('connect wait', { isBackground: true }, () => askOnce(intent))
    } finally {
      telemetry.waitsOpen.add(-1)
    }
  }

  /** After an unexpected error the lease lapses by itself: that is the pause before the next try. */
  async function askOnce(intent: LeasedIntent) {
    const call = new AbortController()
    if (isClosing) call.abort()
    calls.set(intent.id, call)
    const askedAt = now()
    let next: NextQuestion | undefined
    try {
      if (!intent.upstreamIntentId) throw new Error('An awaited intent has no id at Unipile.')
      const result = await context.upstream.wait(intent.upstreamIntentId, call.signal)
      next = await apply(intent, result, askedAt)
    } catch (error) {
      next = await recover(intent, error, call.signal)
    } finally {
      calls.delete(intent.id)
    }
    if (next) await intents.endLease(intent.id, owner, next)
  }

  async function apply(
    intent: LeasedIntent,
    result: UpstreamResult,
    askedAt: number,
  ): Promise<NextQuestion | undefined> {
    const from = checkpointOf(intent)
    const seen = result.type === 'account' ? await intents.find(intent.id) : undefined
    const applied = await applyResult(context, intent.id, {
      result,
      from,
      polled: true,
      ...(seen ? { seen } : {}),
    })
    if (applied.intent.endedAt) return undefined
    // If Unipile held the call, that was the pause.
    return again(applied.changed ? now() : askedAt + timings.pollEveryMs)
  }

  async function recover(intent: LeasedIntent, error: unknown, signal: AbortSignal): Promise<NextQuestion> {
    if (!(error instanceof ConnectError)) {
      if (signal.aborted) return again(now(), intent.faults)
      throw error
    }
    if (errorCatalogue[error.code].retryable) return backOff(intent, error)
    const from = checkpointOf(intent)
    await intents.advance(intent.id, new Date(now()), async (current) =>
      current.checkpointId === from ? { step: failedStep(error) } : undefined,
    )
    return again(now())
  }

  function checkpointOf({ checkpointId }: LeasedIntent): string {
    if (!checkpointId) throw new Error('An awaited intent has no checkpoint.')
    return checkpointId
  }

  function again(at: number, faults = 0): NextQuestion {
    return { pollAt: new Date(Math.max(now(), at)), faults }
  }

  function backOff({ id, faults }: LeasedIntent, error: ConnectError) {
    logger.warn({ intent: id, code: error.code, faults }, 'Polling Unipile failed; will try again')
    const pause = Math.min(timings.pollEveryMs * 2 ** faults, timings.backoffMaxMs)
    return again(now() + Math.max(pause, (error.retryAfter ?? 0) * 1000), faults + 1)
  }

  return {
    wake: worker.wake,
    async close() {
      isClosing = true
      stopListening()
      for (const call of calls.values()) call.abort()
      await worker.close()
      clearInterval(renewal)
      await intents
        .notifyWaiters()
        .catch((error) =>
          logger.warn({ err: errorForLog(error) }, 'Could not hand the awaited intents to other instances'),
        )
    },
  }
}
