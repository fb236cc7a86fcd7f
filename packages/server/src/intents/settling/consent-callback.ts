import { isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord, NextRevision } from '../../store/intent-store.ts'
import type { CallbackResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { applyResult } from './apply-result.ts'
import { proveOwnership } from './prove-ownership.ts'

/** What a browser brings back from the provider's consent page. */
export interface ConsentCallback {
  /** Our signed state. */
  readonly state: string
  /** The whole query. */
  readonly query: URLSearchParams
}

/** A return that counts. */
export interface ConsentReturn {
  readonly intent: IntentRecord
  /** Whether the intent's time was over, which the app may have told the user. */
  readonly isLate: boolean
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
 * is ever linked here.
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
  if (returned !== null && news.type === 'ended' && news.result.type === 'duplicate') {
    const { accountId } = news.result
    const continueAt = accountId && (await proveOwnership(context, intent, accountId))
    if (continueAt) return { intent, isLate: false, continueAt }
  }
  const account = returned === null || news.type !== 'consented' ? undefined : news.accountId
  if (!(await context.intents.markReturned(intent.id, new Date(context.now()), account))) {
    return { refusal: 'used', intent }
  }
  const isLate = intent.expiresAt.getTime() <= context.now()
  return { intent: await applyReturn(context, intent, news), isLate }
}

/** A consent that was given counts even if the intent has expired meanwhile. */
async function applyReturn(
  context: IntentContext,
  intent: IntentRecord,
  news: CallbackResult,
): Promise<IntentRecord> {
  const applied = await applyCallback(context, intent, news)
  if (applied.step.type !== 'expired' || news.type !== 'consented') return applied
  const revived = await context.intents.reviveExpired(intent.id, new Date(context.now()), async () =>
    awaitConfirmation(context),
  )
  return revived?.intent ?? applied
}

/** Turns the query into the intent's next revision, if the intent still waits for its user to return. */
export async function applyCallback(
  context: IntentContext,
  intent: IntentRecord,
  news: CallbackResult,
): Promise<IntentRecord> {
  if (news.type === 'ended') {
    const asked = { result: news.result, from: intent.checkpointId ?? '', polled: false, isClaim: true }
    return (await applyResult(context, intent.id, asked)).intent
  }
  const advanced = await context.intents.advance(
    intent.id,
    new Date(context.now()),
    async ({ step, method }) =>
      isOutcome(step) || (step.type !== 'consent' && !isWizardIntent({ method }))
        ? undefined
        : nextRevision(context, news),
  )
  return advanced?.intent ?? intent
}

function nextRevision(
  context: IntentContext,
  news: Exclude<CallbackResult, { type: 'ended' }>,
): NextRevision {
  switch (news.type) {
    case 'denied':
      return { step: failedStep({ code: 'consent_denied', detail: undefined }) }
    case 'failed':
      return { step: failedStep(news.error) }
    case 'consented':
      return awaitConfirmation(context)
  }
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
