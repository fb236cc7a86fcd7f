import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import { type Checkpoint, type CheckpointType, isOutcome, type Secret } from '@connect-account/core/protocol'
import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord, TakenIntent } from '../../store/intent-store.ts'
import type { UpstreamResult } from '../../upstream/upstream.ts'
import { failedStep } from '../model/failed-step.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { isRandomId } from '../model/random-id.ts'
import { applyResult } from '../settling/apply-result.ts'
import { readPhoneNumber } from './phone-number.ts'
import { checkReader, readIntent } from './read-intent.ts'
import { currentCheckpoint, takeTurn } from './take-turn.ts'
import { tidyCode } from './tidy-input.ts'

const answerable: ReadonlySet<CheckpointType> = new Set([
  'otp',
  'two_factor',
  'otp_or_in_app',
  'phone',
  'captcha',
  'contract',
  'challenge',
])

export interface AnswerInput {
  /** The id of the checkpoint that is answered. */
  readonly checkpoint: string
  readonly answer: Secret<string>
}

/**
 * Sends the user's answer to the provider. A refused answer is no error of the call: the same checkpoint
 * stays, and says what was wrong. One of two simultaneous answers is sent; the other call returns the intent
 * as it is.
 * @throws ConnectError `intent_ended`, `checkpoint_passed`, `answer_not_expected`, or the error of the call
 *   to Unipile.
 */
export async function answerCheckpoint(
  context: IntentContext,
  session: Session,
  id: string,
  { checkpoint, answer }: AnswerInput,
): Promise<IntentRecord> {
  // Taking the turn returns the intent, so one statement is usually enough to start.
  const turn = { id, userId: session.userId }
  const isOurs = isRandomId(id) && isRandomId(checkpoint)
  const answered =
    isOurs && (await takeTurn(context, turn, checkpoint, (intent) => send(context, session, intent, answer)))
  if (answered) return answered
  const intent = await readIntent(context, session, id)
  const step = currentCheckpoint(intent)
  if (step.id !== checkpoint) throw new ConnectError('checkpoint_passed')
  checkAnswerable(step)
  return intent
}

/** Sends the answer while no other request acts on the checkpoint. */
async function send(
  context: IntentContext,
  session: Session,
  intent: TakenIntent,
  answer: Secret<string>,
): Promise<IntentRecord> {
  checkReader(session, intent)
  const step = currentCheckpoint(intent)
  checkAnswerable(step)
  checkOption(step, answer)
  try {
    const result = await ask(context, step, intent.upstreamIntentId, answer)
    const applied = { result, from: step.id, polled: false, seen: intent }
    return (await applyResult(context, intent.id, applied)).intent
  } catch (error) {
    return refuse(context, intent, step, error)
  }
}

function checkAnswerable({ type }: Checkpoint): void {
  if (!answerable.has(type)) throw new ConnectError('answer_not_expected')
}

async function ask(
  { upstream }: IntentContext,
  step: Checkpoint,
  upstreamIntentId: string,
  answer: Secret<string>,
): Promise<UpstreamResult> {
  switch (step.type) {
    case 'challenge':
      return upstream.requestChallenge(upstreamIntentId, answer.reveal())
    case 'phone':
      return upstream.givePhone(upstreamIntentId, readPhoneNumber(answer))
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app': {
      const code = tidyCode(step, answer)
      // Unipile treats an empty code as a poll.
      if (!code.reveal()) throw new ConnectError('invalid_code')
      return upstream.solve(upstreamIntentId, code)
    }
    default:
      return upstream.solve(upstreamIntentId, answer)
  }
}

function checkOption(step: Checkpoint, answer: Secret<string>): void {
  if (step.type !== 'contract' && step.type !== 'challenge') return
  if (step.options.some((option) => option.id === answer.reveal())) return
  throw new ConnectError('invalid_request', {
    fields: [{ name: 'answer', code: 'not_an_option' }],
  })
}

/**
 * If the provider refuses the answer, the reason is stored in the intent; a failed call is the request's
 * error.
 */
async function refuse(
  context: IntentContext,
  intent: IntentRecord,
  step: Checkpoint,
  error: unknown,
): Promise<IntentRecord> {
  if (!(error instanceof ConnectError)) throw error
  const { code } = error
  if (code !== 'invalid_code' && code !== 'invalid_phone' && code !== 'invalid_credentials') throw error
  const advanced = await context.intents.advance(intent.id, new Date(context.now()), async (current) => {
    if (isOutcome(current.step) || current.step.id !== step.id) return undefined
    if (code === 'invalid_credentials') return { step: failedStep(error) }
    return {
      step: {
        ...current.step,
        error: {
          code: refusalOf(step.type),
          ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
        },
      },
    }
  })
  return advanced?.intent ?? intent
}

/** Unipile has one error for every kind of answer. */
function refusalOf(type: CheckpointType): ErrorCode {
  switch (type) {
    case 'captcha':
      return 'captcha_rejected'
    case 'phone':
      return 'invalid_phone'
    default:
      return 'invalid_code'
  }
}
