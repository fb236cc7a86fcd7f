import { ConnectError } from '@connect-account/core/errors'
import type { Session } from '../../session/session-tokens.ts'
import { mayLink } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import { isEarlyCancel } from '../model/early-cancel.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId } from '../model/random-id.ts'
import { readStartKey } from '../model/start-key.ts'

/**
 * The session's own intent in its current state. One that has expired ends here. @throws ConnectError
 * `intent_not_found`, `provider_not_allowed`.
 */
export async function readIntent(
  context: IntentContext,
  session: Session,
  id: string,
): Promise<IntentRecord> {
  return open(context, session, isRandomId(id) ? await context.intents.find(id) : undefined)
}

/**
 * The same for an intent that is named by its id or by the key of its start. @throws ConnectError
 * `intent_not_found`, also if the start has not arrived yet, and `provider_not_allowed`.
 */
export async function readByReference(
  context: IntentContext,
  session: Session,
  reference: string,
): Promise<IntentRecord> {
  const key = readStartKey(reference)
  if (key === undefined) return readIntent(context, session, reference)
  return open(context, session, await context.intents.findByKey(session.userId, key))
}

async function open(
  context: IntentContext,
  session: Session,
  intent: IntentRecord | undefined,
): Promise<IntentRecord> {
  if (!intent) throw new ConnectError('intent_not_found')
  checkReader(session, intent)
  return isOverdue(intent, context.now()) ? expireIntent(context, intent.id) : intent
}

/** @throws ConnectError `intent_not_found`, `provider_not_allowed`. */
export function checkReader(session: Session, intent: IntentRecord): void {
  // Another user's intent must look like one that does not exist.
  if (intent.userId !== session.userId) throw new ConnectError('intent_not_found')
  // A link reads what was started from it, and nothing else of its user.
  if (session.link && intent.linkId !== session.link.id) throw new ConnectError('intent_not_found')
  // One that was canceled before its start arrived has no provider.
  if (isEarlyCancel(intent)) return
  if (!mayLink(session, intent.provider)) throw new ConnectError('provider_not_allowed')
}

export async function expireIntent(context: IntentContext, id: string): Promise<IntentRecord> {
  const now = context.now()
  const expired = await context.intents.advance(id, new Date(now), async (intent) =>
    isOverdue(intent, now) ? { step: { type: 'expired' } } : undefined,
  )
  if (!expired) throw new ConnectError('intent_not_found')
  return expired.intent
}

function isOverdue(intent: IntentRecord, now: number): boolean {
  return intent.endedAt === null && intent.expiresAt.getTime() <= now
}
