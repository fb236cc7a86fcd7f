import type { Runtime } from '../state/runtime.ts'
import type { PositionAt } from '../state/state.ts'
import { newToken } from '../wire/identifiers.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'
import { newDisplayCode } from './display.ts'

/** A QR code to scan with the phone. The scan advances the intent (`Intents.scan`); a call only polls. */
export const qrCheckpoint: OpenCheckpoint<PositionAt<'scan'>> = (runtime, intent, position) => ({
  show() {
    if (position.gaveUp)
      throw refusals.waitedTooLong('The QR code was not scanned in time. Request a new one.')
    position.answered = position.token
    if (position.isEntered) return checkpoint({ type: 'PAIRING_CODE', pairing_code: position.token })
    return { object: 'AuthenticationQrCode', qrcode: `${runtime.publicUrl()}/phone?scan=${position.token}` }
  },

  answer: () => 'stays',

  requestChallenge() {
    const next = position.isEntered ? newPairing(runtime) : newQr(runtime)
    intent.position = { ...next, rotated: [...position.rotated, position.token] }
  },
})

export function newQr(runtime: Runtime): PositionAt<'scan'> {
  return {
    at: 'scan',
    token: newToken(),
    rotated: [],
    round: 1,
    expiresAt: runtime.now() + runtime.timings.qrFirstSeconds * 1000,
    answered: null,
    gaveUp: false,
  }
}

/** A code to enter on the phone. API v1 alone has it. */
export function newPairing(runtime: Runtime): PositionAt<'scan'> {
  return { ...newQr(runtime), token: newDisplayCode(), isEntered: true }
}

/** Whether this is the code that is shown; one that is entered without regard to case and dashes. */
export function isCode({ token, isEntered }: PositionAt<'scan'>, given: string): boolean {
  const plain = (text: string) => text.toUpperCase().replaceAll('-', '')
  return isEntered ? plain(token) === plain(given) : token === given
}

/** Rotates a QR code that is due. Returns whether it changed. */
export function rotateQr(runtime: Runtime, position: PositionAt<'scan'>): boolean {
  let changed = false
  while (!position.gaveUp && runtime.now() >= position.expiresAt) {
    nextRound(runtime, position, position.expiresAt)
    changed = true
  }
  return changed
}

/** Expires the shown code. The next one replaces it, unless it was the last. */
export function expireQr(runtime: Runtime, position: PositionAt<'scan'>): void {
  nextRound(runtime, position, runtime.now())
}

function nextRound(runtime: Runtime, position: PositionAt<'scan'>, from: number): void {
  if (position.round >= runtime.timings.qrRounds) {
    position.gaveUp = true
    return
  }
  position.rotated.push(position.token)
  position.token = position.isEntered ? newDisplayCode() : newToken()
  position.round += 1
  position.expiresAt = from + runtime.timings.qrNextSeconds * 1000
}
