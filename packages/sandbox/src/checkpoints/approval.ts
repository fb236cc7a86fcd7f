import type { PositionAt, StoredDisplay } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { changeChallenge } from './challenge.ts'
import { type AnswerResult, checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { type DisplayKind, wireDisplay } from './display.ts'
import { assertResendable, requestApproval } from './messages.ts'

const kinds: Readonly<Record<StoredDisplay['type'], DisplayKind>> = {
  CODE: 'code',
  EMOJI: 'emoji',
  NUMBER: 'number',
}

/** The kind of what is shown, so that the next one is of the same kind. */
export function kindOf(display: StoredDisplay | undefined): DisplayKind | undefined {
  return display && kinds[display.type]
}

/** A notification to approve. The phone advances the intent (`Intents.answerApproval`); a call only polls. */
export const approvalCheckpoint: OpenCheckpoint<PositionAt<'approval'>> = (runtime, intent, position) => {
  const poll = (): AnswerResult => {
    if (runtime.now() < position.expiresAt) return 'stays'
    throw refusals.waitedTooLong('Nobody approved the sign-in on the phone.')
  }
  return {
    show: () =>
      checkpoint({
        type: position.isOnlyShown ? 'DISPLAY' : 'IN_APP_VALIDATION',
        ...wireDisplay(position.display, position.expiresAt),
      }),
    poll,
    answer: poll,

    resend() {
      if (position.isOnlyShown) throw refusals.notAllowed('This checkpoint sends nothing.')
      assertResendable(runtime, position.sentAt)
      intent.position = requestApproval(runtime, kindOf(position.display))
    },

    requestChallenge(challenge) {
      // A new code replaces the shown one; everything else has another way.
      if (position.isOnlyShown) intent.position = requestApproval(runtime, kindOf(position.display))
      else changeChallenge(runtime, intent, challenge)
    },
  }
}
