import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredIntent } from '../state/state.ts'
import { type CodeChannel, codeChannels } from '../wire/enums.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { sendCode } from './messages.ts'

/** The ways to prove who one is. Their ids are the channels that `checkpoint/request` names. */
const ways: Record<CodeChannel, { label: string; description: string }> = {
  SMS: { label: 'Text message', description: 'To the number that ends in 78' },
  EMAIL: { label: 'Email', description: 'To your address at sandbox.test' },
  WHATSAPP: { label: 'WhatsApp message', description: 'To the number that ends in 78' },
}
const offered: readonly CodeChannel[] = ['SMS', 'EMAIL', 'WHATSAPP']

/** Picks a way to prove one's identity; the code then comes by that way. */
export const challengeCheckpoint: OpenCheckpoint<PositionAt<'challenge'>> = (runtime, intent) => ({
  show: () =>
    checkpoint({
      type: 'CHALLENGE_SELECTION',
      challenges: offered.map((id) => ({ id, ...ways[id] })),
    }),

  answer(code) {
    changeChallenge(runtime, intent, code)
    return 'stays'
  },

  requestChallenge(challenge) {
    changeChallenge(runtime, intent, challenge)
  },
})

/** Sends a code by the way that `challenge` names, or lets the user pick one when it names none. */
export function changeChallenge(runtime: Runtime, intent: StoredIntent, challenge: string | undefined): void {
  if (challenge === undefined) {
    intent.position = { at: 'challenge' }
    return
  }
  const channel = codeChannels.find((candidate) => candidate === challenge.trim().toUpperCase())
  if (!channel) throw refusals.badParameter(`No such challenge. There are ${offered.join(', ')}.`)
  intent.position = sendCode(runtime, intent, 'OTP', channel)
}
