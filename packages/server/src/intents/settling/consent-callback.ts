import { isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord, NextRevision } from '../../store/intent-store.ts'
import { secretHash } from '../../tokens/secret-hash.ts'
import type { CallbackResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { proveOwnership } from './prove-ownership.ts'

/** What a browser brings back from the provider's consent page. */
export interface ConsentCallback {
  /** Our signed state. */
  readonly state: string
  /** The whole query. */
  readonly query: URLSearchParams
}

/** Why a return ends its intent. */
type ReturnFailure = Extract<CallbackResult, { type: 'refused' }>['code'] | 'consent_unbound'

/** A return that counts. */
export interface ConsentReturn {
  readonly intent: IntentRecord
  /** What the browser that returned confirms the consent with. Absent if there is nothing to confirm. */
  readonly token?: string
  /** The consent page to which the user goes on. Absent: back to the app. */
  readonly continueAt?: string
}

/** A return that changes nothing. */
export interface RefusedReturn {
  readonly refusal: 'forged' | 'expired' | 'used'
  /** The intent, if the return is known to be about it. */
  readonly intent?: IntentRecord
}

/**
 * Handles the user's return from the consent page, once, even if the intent has expired meanwhile. Its query
 * proves nothing: a consent that was given leaves the intent waiting for the signed webhook, and no account
 * is ever linked here. Only this browser gets the token that confirms the consent.
 */
export async function handleConsentCallback(
  context: IntentContext,
  { state, query }: ConsentCallback,
): Promise<ConsentReturn | RefusedReturn> {
  const consent = await context.states.verify(state)
  if (consent === 'forged') return { refusal: 'forged' }
  const intent = await context.intents.find(consent.intentId)
  // An intent is removed some time after its end.
  if (!intent) return { refusal: consent.isExpired ? 'expired' : 'forged' }
  if (intent.userId !== consent.userId) return { refusal: 'forged' }
  // Unipile returns the intent's own state: any other belongs to another intent.
  const returned = query.get('state')
  if (returned !== null && returned !== intent.state) return { refusal: 'forged' }
  const news = context.upstream.readCallback(query)
  if (returned !== null && news.type === 'refused' && news.code === 'account_exists' && news.accountId) {
    const continueAt = await proveOwnership(context, intent, news.accountId)
    if (continueAt) return { intent, continueAt }
  }
  if (news.type === 'refused') return refuseReturn(context, intent, news.code)
  return takeReturn(context, intent, returned === null ? undefined : news.accountId)
}

/** The consent was given, and this browser gets the token if it is the first one to return. */
async function takeReturn(
  context: IntentContext,
  intent: IntentRecord,
  account: string | undefined,
): Promise<ConsentReturn | RefusedReturn> {
  const { intents } = context
  if (!isAccepted(context, intent, account)) return refuseReturn(context, intent, 'consent_unbound')
  const token = randomId()
  const now = new Date(context.now())
  const returned = { account: account ?? null, token: secretHash(token) }
  if (!(await intents.markReturned(intent.id, now, returned))) return { refusal: 'used', intent }
  const wait = awaitConfirmation(context)
  const advanced = await intents.advance(intent.id, now, async (current) =>
    awaitsReturn(current) ? wait : undefined,
  )
  // A consent that was given counts even if the intent has expired meanwhile.
  const revived =
    advanced?.intent.step.type === 'expired'
      ? await intents.reviveExpired(intent.id, now, async () => wait)
      : undefined
  return { intent: revived?.intent ?? advanced?.intent ?? intent, token }
}

/** Whether a consent counts whose return named this account. The log says so if it named none. */
export function isAccepted(
  { logger, allowUnboundConsent }: IntentContext,
  { id }: IntentRecord,
  account: string | undefined,
): boolean {
  if (account !== undefined) return true
  const says = allowUnboundConsent ? 'accepted by consent.allowUnbound' : 'refused; see consent.allowUnbound'
  logger.warn({ intent: id }, `A return from a consent page names no account: ${says}`)
  return allowUnboundConsent
}

/** Ends an intent whose consent failed, once. */
export async function refuseReturn(
  context: IntentContext,
  intent: IntentRecord,
  code: ReturnFailure,
): Promise<ConsentReturn | RefusedReturn> {
  const now = new Date(context.now())
  if (!(await context.intents.markReturned(intent.id, now, {}))) return { refusal: 'used', intent }
  return { intent: await failReturn(context, intent, code) }
}

/** Ends the intent as failed, if it still waits for its user to return. */
export async function failReturn(
  { intents, now }: IntentContext,
  intent: IntentRecord,
  code: ReturnFailure,
): Promise<IntentRecord> {
  const failed = failedStep({ code, detail: undefined })
  const advanced = await intents.advance(intent.id, new Date(now()), async (current) =>
    awaitsReturn(current) ? { step: failed } : undefined,
  )
  return advanced?.intent ?? intent
}

/** Whether the intent still waits for its user to return. */
function awaitsReturn({ step, method }: IntentRecord): boolean {
  return !isOutcome(step) && (step.type === 'consent' || isWizardIntent({ method }))
}

/** The intent gets its whole time again, so that a consent which is given late can be confirmed. */
function awaitConfirmation({ confirms, now, timings }: IntentContext): NextRevision {
  return {
    step: {
      type: 'loading',
      id: randomId(),
      ...(confirms ? {} : { error: { code: 'confirmation_pending' } }),
    },
    expiresAt: new Date(now() + timings.intentMinutes * 60_000),
  }
}
