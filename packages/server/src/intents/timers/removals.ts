import { ConnectError } from '@connect-account/core/errors'
import { errorForLog } from '../../log/error-for-log.ts'
import { createWorker, type Worker } from '../../scheduler/worker.ts'
import type { ClaimedRemoval } from '../../store/removal-store.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** How many accounts one instance removes at a time. */
const MAX_AT_WORK = 10
/** The pause after a try, doubled each time, in milliseconds. */
const FIRST_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 120_000
/** How long an account that Unipile does not remove is tried, in milliseconds. */
const PATIENCE_MS = 3 * 86_400_000
/** Within this time, in milliseconds, it finds what an instance that died had claimed. */
const MAX_SLEEP_MS = 30_000

/**
 * Removes at Unipile the accounts that no user has: those of canceled intents and of used links. An intent of
 * Unipile cannot be canceled, so an account that may still be linked is looked for again until it cannot be.
 */
export function createRemovals(context: IntentContext): Worker {
  const { removals, accounts, upstream, timings, logger, now } = context
  const claimMs = timings.upstreamTimeoutMs + 10_000
  const worker = createWorker(context, {
    what: 'accounts to remove',
    concurrency: MAX_AT_WORK,
    maxSleepMs: MAX_SLEEP_MS,
    claim: (limit) => removals.claimDue(new Date(now()), new Date(now() + claimMs), limit),
    run: remove,
    nextDue: () => removals.nextDue(),
  })
  const stopListening = context.removalFeed.subscribe('', worker.wake)

  async function remove(removal: ClaimedRemoval): Promise<void> {
    const { id, until, attempts } = removal
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20), MAX_PAUSE_MS)
    try {
      // A user has it after all.
      if (await accounts.findByAccountId(id)) return await removals.settle(removal, new Date(now()), null)
      await upstream.removeAccount(id)
      const left = until.getTime() - now()
      if (left <= 0) return await removals.settle(removal, new Date(now()), null)
      await removals.postpone(removal, new Date(now() + Math.min(pause, left)), null)
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error
      if (now() - until.getTime() > PATIENCE_MS) {
        logger.error({ attempts, err: errorForLog(error) }, 'Gave up removing an unused account at Unipile')
        return removals.settle(removal, new Date(now()), error.code)
      }
      logger.warn(
        { attempts, err: errorForLog(error) },
        'Could not remove an unused account at Unipile; will try again',
      )
      const retryAfterMs = (error.retryAfter ?? 0) * 1000
      await removals.postpone(removal, new Date(now() + Math.max(pause, retryAfterMs)), error.code)
    }
  }

  return {
    ...worker,
    async close() {
      stopListening()
      await worker.close()
    },
  }
}
