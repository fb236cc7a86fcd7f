import { randomUUID } from 'node:crypto'
import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { errorForLog } from '../../log/error-for-log.ts'
import { createScheduler } from '../../scheduler/scheduler.ts'
import type { LeasedIntent } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from '../settling/apply-result.ts'

export interface Waiter {
  /** Looks for work now: an intent has begun to wait. */
  wake(): void
  /** Gives up the calls that are held and hands their intents to the other instances, which take over at once. */
  close(): Promise<void>
}

/** When Unipile is asked again, and how many times in a row that has failed. Absent: after the end. */
interface NextQuestion {
  readonly pollAt: Date
  readonly faults: number
}

/** How many calls one instance holds at a time; the rest is left to others, or waits. */
const MAX_WAITS = 5_000
/** The pause before looking again for room for one more, in milliseconds. */
const FULL_PAUSE_MS = 500

/**
 * Asks Unipile, again and again, how the scans and approvals stand that users were asked for. Of all instances on a database one
 * asks for an intent at a time: the holder of its lease, which lapses when the holder dies.
 */
export function createWaiter(context: IntentContext): Waiter {
  const { intents, telemetry, timings, logger, now } = context
  const owner = randomUUID()
  /** The calls that are held, by the intent's id: each is given up when its lease is lost, or the instance closes. */
  const waits = new Map<string, AbortController>()
  /** Of each call, until all that follows from it is done. */
  const work = new Set<Promise<void>>()

  const scheduler = createScheduler(async () => {
    if (waits.size >= MAX_WAITS) return FULL_PAUSE_MS
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

  const stopListening = context.waits.subscribe('', scheduler.wake)

  const renewal = setInterval(renewLeases, timings.leaseMs / 3)

  /** One statement for all of them: a row each would be a commit each. */
  async function renewLeases() {
    const held = [...waits]
    if (held.length === 0) return
    try {
      const ids = held.map(([id]) => id)
      const renewed = new Set(await intents.renewLeases(ids, owner, leaseEnd()))
      for (const [id, over] of held) if (!renewed.has(id)) over.abort()
    } catch (error) {
      logger.warn({ err: errorForLog(error) }, 'Could not renew the leases')
    }
  }

  function begin(intent: LeasedIntent) {
    const over = new AbortController()
    waits.set(intent.id, over)
    telemetry.waitsOpen.add(1)
    const leave = () => {
      work.delete(done)
      telemetry.waitsOpen.add(-1)
    }
    const done = telemetry
      .inSpan('connect wait', { isBackground: true }, () => holdLease(intent, over))
      .then(leave, (error) => {
        logger.error({ intent: intent.id, err: errorForLog(error) }, 'Waiting for an intent failed')
        leave()
      })
    work.add(done)
  }

  /** Asks once. What goes wrong here leaves the lease to lapse: that is the pause before another try. */
  async function holdLease(intent: LeasedIntent, over: AbortController) {
    const asked = now()
    let next: NextQuestion | undefined
    try {
      if (!intent.upstreamIntentId) throw new Error('An awaited intent has no id at Unipile.')
      const result = await context.upstream.wait(intent.upstreamIntentId, over)
      next = await apply(intent, result, asked)
    } catch (error) {
      next = await recover(intent, error, over.signal)
    } finally {
      waits.delete(intent.id)
    }
    if (!next) return
    // With this it can be leased again, by this instance too, before the answer is here.
    await intents.endLease(intent.id, owner, next)
    scheduler.wakeWithin(next.pollAt.getTime() - now())
  }

  async function apply(
    intent: LeasedIntent,
    result: UpstreamResult,
    asked: number,
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
    // A call that Unipile held has been a pause in itself.
    return again(applied.changed ? now() : asked + timings.pollEveryMs)
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
    logger.warn({ intent: id, code: error.code, faults }, 'Unipile could not be asked; will ask again')
    const pause = Math.min(timings.pollEveryMs * 2 ** faults, timings.backoffMaxMs)
    return again(now() + Math.max(pause, (error.retryAfter ?? 0) * 1000), faults + 1)
  }

  return {
    wake: scheduler.wake,
    async close() {
      stopListening()
      const closed = scheduler.close()
      for (const over of waits.values()) over.abort()
      await closed
      for (const over of waits.values()) over.abort()
      await Promise.all(work)
      clearInterval(renewal)
      await intents
        .notifyWaiters()
        .catch((error) =>
          logger.warn({ err: errorForLog(error) }, 'Could not tell the other instances what to wait for'),
        )
    },
  }
}
