import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import { secretHash } from '../../tokens/secret-hash.ts'
import { EARLY_CANCEL_METHOD } from '../model/early-cancel.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { readStartKey } from '../model/start-key.ts'
import { ANY_PROVIDER } from '../model/wizard.ts'
import { checkReader, readIntent } from './read-intent.ts'

/**
 * Ends the intent as canceled; an ended intent stays as it is, so a link that came first is returned as
 * linked. Unipile has no such call: what it links later is removed there.
 * @param reference Its id, or the key of its start.
 */
export async function cancelIntent(
  context: IntentContext,
  session: Session,
  reference: string,
): Promise<IntentRecord> {
  const key = readStartKey(reference)
  const intent =
    key === undefined
      ? await readIntent(context, session, reference)
      : await findOrReserve(context, session, key)
  return (await cancelById(context, intent.id)) ?? intent
}

/** @returns the intent as it is now; `undefined` if it was removed. */
export async function cancelById(context: IntentContext, id: string): Promise<IntentRecord | undefined> {
  const now = new Date(context.now())
  const canceled = await context.intents.advance(id, now, async (current, { removals }) => {
    const { mode, upstreamIntentId, expiresAt, consentedAccount, consentedNew } = current
    const accountId =
      mode === 'link' && upstreamIntentId ? context.upstream.futureAccount(upstreamIntentId) : undefined
    if (accountId) await removals.add(accountId, now, expiresAt)
    if (consentedAccount && consentedNew) await removals.add(consentedAccount, now, now)
    return { step: { type: 'canceled' } }
  })
  if (canceled?.changed) await leaveConsent(context, canceled.intent)
  return canceled?.intent
}

/**
 * The account that a webhook named is removed with the cancel. That of a confirmed consent whose webhook may be lost
 * is looked for and removed like an unconfirmed one.
 */
async function leaveConsent(
  { intents }: IntentContext,
  { id, confirmedAt, consentedAccount }: IntentRecord,
): Promise<void> {
  if (consentedAccount) await intents.settleConsented(id)
  else if (confirmedAt) await intents.replaceReturnToken(id, secretHash(randomId()))
}

/** The intent that was started under this key or, if its start has not arrived, one that takes its place. */
async function findOrReserve(
  context: IntentContext,
  session: Session,
  idempotencyKey: string,
): Promise<IntentRecord> {
  const { userId, link } = session
  const started = await context.intents.findByKey(userId, idempotencyKey)
  if (started) {
    checkReader(session, started)
    return started
  }
  const now = context.now()
  const { intent } = await context.intents.add({
    id: randomId(),
    userId,
    provider: ANY_PROVIDER,
    method: EARLY_CANCEL_METHOD,
    mode: 'link',
    idempotencyKey,
    ...(link ? { linkId: link.id } : {}),
    state: randomId(),
    step: { type: 'loading', id: randomId() },
    createdAt: new Date(now),
    expiresAt: new Date(now + context.timings.intentMinutes * 60_000),
  })
  return intent
}
