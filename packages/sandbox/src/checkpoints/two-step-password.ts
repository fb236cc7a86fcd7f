import { WRONG_PASSWORD } from '../providers/sign-in.ts'
import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/**
 * The password that a messenger asks for after the scan (Telegram's two-step verification). The docs have no type for it [?].
 * Here it is a `2FA` by `APP` whose code is the password. Any password except `wrong` is right.
 */
export const twoStepPasswordCheckpoint: OpenCheckpoint<PositionAt<'twoStepPassword'>> = () => ({
  show: () => checkpoint({ type: '2FA', platform: 'APP' }),

  answer(code) {
    if (code === WRONG_PASSWORD) throw refusals.wrongCode('The password is wrong.')
    return 'passed'
  },
})
