import { isOutcome } from '@connect-account/core/protocol'
import type { IntentRecord, NextRevision } from '../../store/intent-store.ts'
import type { CallbackResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { randomId } from '../model/random-id.ts'
import { isWizardIntent } from '../model/wizard.ts'
import { applyResult } from './apply-result.ts'

/** What a browser brings back from the provider's consent page. */
export interface ConsentCallback {
  /** Our signed state. */
  readonly state: string
  /** The whole query. */
  readonly query: URLSearchParams
}

/** Why a callback is refused. */
export type CallbackRefusal = 'forged' | 'expired' | 'used'

/**
 * Handles the user's return from the consent page, once. Its query proves nothing: a consent that was given
 * leaves the intent waiting for the signed webhook, and no account is ever linked here.
 */
export async function handleConsentCallback(
  context: IntentContext,
  { state, query }: ConsentCallback,
): Promise<IntentRecord | CallbackRefusal> {
  const consent = await context.states.verify(state)
  if (typeof consent === 'string') return consent
  const intent = await context.intents.find(consent.intentId)
  if (intent?.userId !== consent.userId) return 'forged'
  // Unipile returns the intent's own state: any other belongs to another intent.
  const returned = query.get('state')
  if (returned !== null && returned !== intent.state) return 'forged'
  if (!(await context.intents.markReturned(intent.id, new Date(context.now())))) return 'used'
  return applyCallback(context, intent, context.upstream.readCallback(query))
}

/** Turns the query into the intent's next revision, if the intent still waits for its user to return. */
export async function applyCallback(
  context: IntentContext,
  intent: IntentRecord,
  news: CallbackResult,
): Promise<IntentRecord> {
  if (news.type === 'ended') {
    const asked = { result: news.result, from: intent.checkpointId ?? '', polled: false }
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
  { confirms }: IntentContext,
  news: Exclude<CallbackResult, { type: 'ended' }>,
): NextRevision {
  switch (news.type) {
    case 'denied':
      return { step: failedStep({ code: 'consent_denied', detail: undefined }) }
    case 'failed':
      return { step: failedStep(news.error) }
    case 'consented':
      return {
        step: {
          type: 'loading',
          id: randomId(),
          ...(confirms ? {} : { error: { code: 'confirmation_pending' } }),
        },
      }
  }
}
