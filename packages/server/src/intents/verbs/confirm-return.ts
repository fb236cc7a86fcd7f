import { ConnectError } from '@connect-account/core/errors'
import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import { isSameHash, secretHash } from '../../tokens/secret-hash.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { settleConsent } from '../settling/settle-consent.ts'
import { readIntent } from './read-intent.ts'

/**
 * Confirms that the browser which consented is that of the intent's user: it has the token of the return, and
 * the user's session.
 * @throws ConnectError `intent_not_found`, `return_invalid`, `return_used` or `return_expired`.
 */
export async function confirmReturn(
  context: IntentContext,
  session: Session,
  id: string,
  token: string,
): Promise<IntentRecord> {
  return confirmIntent(context, await readIntent(context, session, id), secretHash(token))
}

/**
 * Confirms the return of this intent by what its browser has, as a hash.
 * @throws ConnectError `return_invalid`, `return_used` or `return_expired`.
 */
export async function confirmIntent(
  context: IntentContext,
  intent: IntentRecord,
  hash: string,
): Promise<IntentRecord> {
  const { returnToken, returnedAt, confirmedAt } = intent
  if (!returnToken || !returnedAt) throw new ConnectError(confirmedAt ? 'return_used' : 'return_invalid')
  if (!isSameHash(hash, returnToken)) throw new ConnectError('return_invalid')
  const now = context.now()
  if (now - returnedAt.getTime() > context.timings.returnMinutes * 60_000) {
    throw new ConnectError('return_expired')
  }
  const confirmed = await context.intents.markConfirmed(intent.id, new Date(now), returnToken)
  if (!confirmed) throw new ConnectError('return_used')
  return settle(context, confirmed)
}

/** The return is confirmed, whatever Unipile answers: the sweep of late webhooks settles it. */
async function settle(context: IntentContext, intent: IntentRecord): Promise<IntentRecord> {
  try {
    return await settleConsent(context, intent)
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error
    context.logger.warn({ intent: intent.id, code: error.code }, 'Could not read a consented account yet')
    return intent
  }
}
