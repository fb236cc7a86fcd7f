import { ConnectError } from '@connect-account/core/errors'
import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { applyResult } from '../settling/apply-result.ts'
import { readIntent } from './read-intent.ts'
import { currentCheckpoint, takeTurn } from './take-turn.ts'

/**
 * Requests a challenge from the provider: any, or the one with this id if the checkpoint offers a choice. For
 * a QR code it requests a fresh code.
 * @throws ConnectError `no_other_way`, or `invalid_request` for a challenge that is not offered.
 */
export async function requestChallenge(
  context: IntentContext,
  session: Session,
  id: string,
  way: string | undefined,
): Promise<IntentRecord> {
  const intent = await readIntent(context, session, id)
  const step = currentCheckpoint(intent)
  if (!intent.upstreamIntentId) throw new ConnectError('no_other_way')
  const offered = step.type === 'challenge' ? step.options.map((option) => option.id) : []
  if (way !== undefined && !offered.includes(way)) {
    throw new ConnectError('invalid_request', {
      fields: [{ name: 'challenge', code: 'not_an_option' }],
    })
  }
  const switched = await takeTurn(context, intent, step.id, async ({ upstreamIntentId }) => {
    const result = await context.upstream.requestChallenge(upstreamIntentId, way, intent.signIn?.values)
    // Another captcha is no other way.
    const isSame = step.type === 'captcha' && result.type === 'checkpoint' && 'publicKey' in result.checkpoint
    const error = isSame ? { error: { code: 'no_other_way' } } : {}
    const applied = { result, from: step.id, polled: false, ...error }
    return (await applyResult(context, id, applied)).intent
  })
  return switched ?? readIntent(context, session, id)
}
