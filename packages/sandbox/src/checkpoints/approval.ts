import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { changeChallenge } from './challenge.ts'
import { type AnswerResult, checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { assertResendable, requestApproval } from './messages.ts'

/** A notification to approve. The phone advances the intent (`Intents.answerApproval`); a call only polls. */
export const approvalCheckpoint: OpenCheckpoint<PositionAt<'approval'>> = (runtime, intent, position) => {
  const poll = (): AnswerResult => {
    if (runtime.now() < position.expiresAt) return 'stays'
    throw refusals.waitedTooLong('Nobody approved the sign-in on the phone.')
  }
  return {
    show: () => checkpoint({ type: 'IN_APP_VALIDATION' }),
    poll,
    answer: poll,

    resend() {
      assertResendable(runtime, position.sentAt)
      intent.position = requestApproval(runtime)
    },

    requestChallenge: (challenge) => changeChallenge(runtime, intent, challenge),
  }
}
