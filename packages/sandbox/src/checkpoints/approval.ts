import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { changeWay } from './challenge.ts'
import { checkpoint, type OpenCheckpoint, type Solved } from './checkpoint.ts'
import { askApproval, assertResendable } from './messages.ts'

/** A notification to approve. The phone itself moves the intent on (`Intents.answerApproval`): a call only asks. */
export const approvalCheckpoint: OpenCheckpoint<PositionAt<'approval'>> = (world, intent, position) => {
  const poll = (): Solved => {
    if (world.now() < position.expiresAt) return 'stays'
    throw refusals.waitedTooLong('Nobody approved the sign-in on the phone.')
  }
  return {
    show: () => checkpoint({ type: 'IN_APP_VALIDATION' }),
    poll,
    solve: poll,

    resend() {
      assertResendable(world, position.sentAt)
      intent.position = askApproval(world)
    },

    anotherWay: (challenge) => changeWay(world, intent, challenge),
  }
}
