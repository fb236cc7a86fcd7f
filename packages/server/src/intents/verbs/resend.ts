import { ConnectError } from '@connect-account/core/errors'
import type { Checkpoint } from '@connect-account/core/protocol'
import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { readIntent } from './read-intent.ts'
import { currentCheckpoint, takeTurn } from './take-turn.ts'

/**
 * Sends the code or the notification again.
 * @throws ConnectError `resend_too_soon`, or `resend_not_available` if nothing was sent or the provider
 *   cannot repeat it; then the checkpoint no longer offers it.
 */
export async function resend(context: IntentContext, session: Session, id: string): Promise<IntentRecord> {
  const intent = await readIntent(context, session, id)
  const step = currentCheckpoint(intent)
  const resendAt = resendTime(step)
  if (resendAt === undefined) throw new ConnectError('resend_not_available')
  const early = resendAt - context.now()
  if (early > 0) throw new ConnectError('resend_too_soon', { retryAfter: Math.ceil(early / 1000) })

  const sent = await takeTurn(context, intent, step.id, async ({ upstreamIntentId }) => {
    try {
      await context.upstream.resend(upstreamIntentId)
    } catch (error) {
      if (error instanceof ConnectError && error.code === 'resend_not_available') {
        await setResendAt(context, intent, step, undefined)
      }
      if (error instanceof ConnectError && error.code === 'resend_too_soon' && error.retryAfter) {
        const next = new Date(context.now() + error.retryAfter * 1000)
        await setResendAt(context, intent, step, next.toISOString())
      }
      throw error
    }
    const next = new Date(context.now() + context.timings.resendSeconds * 1000)
    return setResendAt(context, intent, step, next.toISOString())
  })
  return sent ?? readIntent(context, session, id)
}

function resendTime(step: Checkpoint): number | undefined {
  return 'resendAt' in step && step.resendAt !== undefined ? Date.parse(step.resendAt) : undefined
}

async function setResendAt(
  context: IntentContext,
  intent: IntentRecord,
  step: Checkpoint,
  resendAt: string | undefined,
): Promise<IntentRecord> {
  const advanced = await context.intents.advance(
    intent.id,
    new Date(context.now()),
    async ({ step: current }) => {
      if (!('resendAt' in current) || current.id !== step.id) return undefined
      const { resendAt: _, error: __, ...rest } = current
      return { step: resendAt ? { ...rest, resendAt } : rest }
    },
  )
  return advanced?.intent ?? intent
}
