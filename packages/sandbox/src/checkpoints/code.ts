import type { PositionAt } from '../state/state.ts'
import { codeKindOf } from '../wire/identifiers.ts'
import { refusals } from '../wire/wire-error.ts'
import { kindOf } from './approval.ts'
import { changeChallenge } from './challenge.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { wireDisplay } from './display.ts'
import { assertResendable, sendCode, sendCodeAndRequestApproval } from './messages.ts'

/**
 * A code that was sent: `OTP`, `2FA` by message, or `OTP_OR_IN_APP_VALIDATION`, which an approval passes too.
 */
export const codeCheckpoint: OpenCheckpoint<PositionAt<'code'>> = (runtime, intent, position) => ({
  show: () =>
    checkpoint(
      position.wire === '2FA'
        ? { type: position.wire, platform: position.channel }
        : {
            type: position.wire,
            channel: position.channel,
            ...wireDisplay(position.display, position.expiresAt),
          },
    ),

  poll() {
    if (position.approvalId === undefined || runtime.now() < position.expiresAt) return 'stays'
    throw refusals.waitedTooLong('Neither a code nor an approval arrived.')
  },

  answer(code) {
    if (runtime.now() >= position.expiresAt)
      throw refusals.wrongCode('The code has expired. Request a new one.')
    if (code !== position.code) throw refusals.wrongCode()
    return 'passed'
  },

  resend() {
    assertResendable(runtime, position.sentAt)
    intent.position = position.approvalId
      ? sendCodeAndRequestApproval(runtime, intent, position.channel, kindOf(position.display))
      : sendCode(runtime, intent, position.wire, position.channel, codeKindOf(position.code))
  },

  requestChallenge: (challenge) => changeChallenge(runtime, intent, challenge),
})
