import { verifySync } from 'otplib'
import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { authenticatorSecret, TOTP_PERIOD } from './authenticator-secret.ts'
import { changeChallenge } from './challenge.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/** The code of an authenticator app (RFC 6238). The previous and the next code are accepted too. */
export const authenticatorCheckpoint: OpenCheckpoint<PositionAt<'authenticator'>> = (runtime, intent) => ({
  show: () => checkpoint({ type: '2FA', platform: 'APP' }),

  answer(token) {
    const secret = authenticatorSecret(intent.persona?.signInName ?? '')
    const right =
      /^\d{6}$/.test(token) &&
      verifySync({ secret, token, epoch: Math.floor(runtime.now() / 1000), epochTolerance: TOTP_PERIOD })
        .valid
    if (!right) throw refusals.wrongCode()
    return 'passed'
  },

  requestChallenge(challenge) {
    changeChallenge(runtime, intent, challenge)
  },
})
