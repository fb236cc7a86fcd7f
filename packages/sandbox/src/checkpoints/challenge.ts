import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import { type CodeChannel, codeChannels } from '../wire/enums.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { sendCode } from './messages.ts'

/** The challenges that a user can choose from. Their ids are channels. */
const challenges: Record<CodeChannel, { label: string; description: string }> = {
  SMS: { label: 'Text message', description: 'To the number that ends in 78' },
  EMAIL: { label: 'Email', description: 'To your address at sandbox.test' },
  WHATSAPP: { label: 'WhatsApp message', description: 'To the number that ends in 78' },
}
const offered: readonly CodeChannel[] = ['SMS', 'EMAIL', 'WHATSAPP']

/** Choosing a challenge sends a code by its channel. */
export const challengeCheckpoint: OpenCheckpoint<PositionAt<'challenge'>> = (runtime, intent) => ({
  show: () =>
    checkpoint({
      type: 'CHALLENGE_SELECTION',
      challenges: offered.map((id) => ({ id, ...challenges[id] })),
    }),

  answer(code) {
    changeChallenge(runtime, intent, code)
    return 'stays'
  },

  requestChallenge(challenge) {
    changeChallenge(runtime, intent, challenge)
  },
})

/** Sends a code by the channel `challenge`, or lets the user choose if it is `undefined`. */
export function changeChallenge(runtime: Runtime, intent: StoredIntent, challenge: string | undefined): void {
  if (challenge === undefined) {
    intent.position = { at: 'challenge' }
    return
  }
  const channel = codeChannels.find((candidate) => candidate === challenge.trim().toUpperCase())
  if (!channel) throw refusals.badParameter(`No such challenge. Choose one of ${offered.join(', ')}.`)
  intent.position = sendCode(runtime, intent, 'OTP', channel)
}
