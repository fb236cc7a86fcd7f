import type { Session } from '../session/session-tokens.ts'
import type { IntentRecord } from '../store/intent-store.ts'
import type { IntentContext } from './model/intent-context.ts'
import { type ClientConsentReturn, handleClientConsent } from './settling/client-consent.ts'
import {
  type ConsentCallback,
  type ConsentReturn,
  handleConsentCallback,
  type RefusedReturn,
} from './settling/consent-callback.ts'
import { type AccountConfirmation, settleByState } from './settling/settle-by-state.ts'
import {
  type HandledWizardReturn,
  handleWizardReturn,
  type WizardReturnInput,
} from './settling/wizard-return.ts'
import { createExpiry } from './timers/expiry.ts'
import { createLateConfirmation } from './timers/late-confirmation.ts'
import { createLostStarts } from './timers/lost-starts.ts'
import { createRemovals } from './timers/removals.ts'
import { createUnconfirmed } from './timers/unconfirmed.ts'
import { createWaiter } from './timers/waiter.ts'
import { type AnswerInput, answerCheckpoint } from './verbs/answer-checkpoint.ts'
import { cancelById, cancelIntent } from './verbs/cancel-intent.ts'
import { confirmIntent, confirmReturn } from './verbs/confirm-return.ts'
import { readByReference } from './verbs/read-intent.ts'
import { requestChallenge } from './verbs/request-challenge.ts'
import { resend } from './verbs/resend.ts'
import { type StartIntentInput, startIntent } from './verbs/start-intent.ts'

/**
 * The verbs of an intent. Each returns the intent as it is then, and rejects with a `ConnectError` for what
 * the user can fix.
 */
export interface Intents {
  start(session: Session, input: StartIntentInput): Promise<IntentRecord>
  /** `reference`: its id, or the key of its start (`startReference`). */
  read(session: Session, reference: string): Promise<IntentRecord>
  answer(session: Session, id: string, input: AnswerInput): Promise<IntentRecord>
  resend(session: Session, id: string): Promise<IntentRecord>
  challenge(session: Session, id: string, way: string | undefined): Promise<IntentRecord>
  /** `reference`: its id, or the key of its start, which may not have arrived yet. */
  cancel(session: Session, reference: string): Promise<IntentRecord>
  /** Cancels any user's intent for the host; a no-op if it has ended. */
  cancelForHost(id: string): Promise<void>
  /**
   * Handles a browser's return from the provider's consent page. It needs no session because the state is
   * signed.
   */
  handleConsentCallback(input: ConsentCallback): Promise<ConsentReturn | RefusedReturn>
  /** The same for the consent page of the host's own OAuth client. */
  handleClientConsent(input: ClientConsentReturn): Promise<ConsentReturn | RefusedReturn>
  /** Confirms a return by the token that its browser got, with its user's session. */
  confirmReturn(session: Session, id: string, token: string): Promise<IntentRecord>
  /** Confirms the return of a wizard's intent, by the hash of what the browser that opened its link keeps. */
  confirmWizardReturn(intent: IntentRecord, proof: string): Promise<IntentRecord>
  /** Handles a browser's return from Unipile's wizard; `undefined` for a state that is no wizard's. */
  handleWizardReturn(input: WizardReturnInput): Promise<HandledWizardReturn | undefined>
  /** Settles the intent of this `state`, which a signed webhook carried. */
  settleByState(news: AccountConfirmation): Promise<void>
  /** Ends every wait and timer. */
  close(): Promise<void>
}

export function createIntents(context: IntentContext): Intents {
  const waiter = createWaiter(context)
  const expiry = createExpiry(context)
  const lateConfirmation = createLateConfirmation(context)
  const lostStarts = createLostStarts(context)
  const removals = createRemovals(context)
  const unconfirmed = createUnconfirmed(context)

  /** A verb may have started a wait, or delayed one while it had the turn. */
  async function thenWait(verb: Promise<IntentRecord>): Promise<IntentRecord> {
    let intent: IntentRecord | undefined
    try {
      intent = await verb
      return intent
    } finally {
      if (intent?.awaiting !== false) waiter.wake()
    }
  }

  /** What is not confirmed ends in time. */
  async function thenAwaitConfirmation<T>(returned: Promise<T>): Promise<T> {
    const result = await returned
    for (const sweep of unconfirmed) sweep.wakeWithin(context.timings.returnMinutes * 60_000)
    return result
  }

  /** If its webhook does not come, Unipile is asked. */
  async function thenAwaitWebhook<T>(confirmed: Promise<T>): Promise<T> {
    const result = await confirmed
    lateConfirmation.wakeWithin(context.timings.confirmSeconds * 1000)
    return result
  }

  return {
    async start(session, input) {
      const intent = await thenWait(startIntent(context, session, input))
      expiry.wakeWithin(intent.expiresAt.getTime() - context.now())
      return intent
    },
    read: (session, reference) => readByReference(context, session, reference),
    answer: (session, id, input) => thenWait(answerCheckpoint(context, session, id, input)),
    resend: (session, id) => thenWait(resend(context, session, id)),
    challenge: (session, id, way) => thenWait(requestChallenge(context, session, id, way)),
    cancel: (session, reference) => cancelIntent(context, session, reference),
    async cancelForHost(id) {
      await cancelById(context, id)
    },
    handleConsentCallback: (input) => thenAwaitConfirmation(handleConsentCallback(context, input)),
    handleClientConsent: (input) => thenAwaitConfirmation(handleClientConsent(context, input)),
    confirmReturn: (session, id, token) => thenAwaitWebhook(confirmReturn(context, session, id, token)),
    handleWizardReturn: (input) => thenAwaitConfirmation(handleWizardReturn(context, input)),
    confirmWizardReturn: (intent, proof) => thenAwaitWebhook(confirmIntent(context, intent, proof)),
    settleByState: (news) => thenAwaitConfirmation(settleByState(context, news)),
    async close() {
      const workers = [waiter, expiry, lateConfirmation, lostStarts, removals, ...unconfirmed]
      await Promise.all(workers.map((one) => one.close()))
    },
  }
}
