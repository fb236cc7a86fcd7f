import type { PositionAt } from '../state/state.ts'
import type { World } from '../state/world.ts'
import { newToken } from '../wire/identifiers.ts'
import { refusals } from '../wire/wire-error.ts'
import type { OpenCheckpoint } from './checkpoint.ts'

/** A QR code to scan with the phone. The scan itself moves the intent on (`Intents.scan`): a call only asks. */
export const qrCheckpoint: OpenCheckpoint<PositionAt<'qr'>> = (world, intent, position) => ({
  show() {
    if (position.gaveUp) throw refusals.waitedTooLong('Nobody scanned the QR code: ask for a fresh one.')
    position.answered = position.token
    return { object: 'AuthenticationQrCode', qrcode: `${world.publicUrl()}/phone?scan=${position.token}` }
  },

  solve: () => 'stays',

  anotherWay() {
    intent.position = { ...poseQr(world), rotated: [...position.rotated, position.token] }
  },
})

export function poseQr(world: World): PositionAt<'qr'> {
  return {
    at: 'qr',
    token: newToken(),
    rotated: [],
    round: 1,
    expiresAt: world.now() + world.timings.qrFirstSeconds * 1000,
    answered: null,
    gaveUp: false,
  }
}

/** Brings a QR code up to `now`; whether anything changed. */
export function rotateQr(world: World, position: PositionAt<'qr'>): boolean {
  let changed = false
  while (!position.gaveUp && world.now() >= position.expiresAt) {
    nextRound(world, position, position.expiresAt)
    changed = true
  }
  return changed
}

/** Ends the shown code now: a fresh one takes its place, or the sandbox gives up after the last. */
export function expireQr(world: World, position: PositionAt<'qr'>): void {
  nextRound(world, position, world.now())
}

function nextRound(world: World, position: PositionAt<'qr'>, from: number): void {
  if (position.round >= world.timings.qrRounds) {
    position.gaveUp = true
    return
  }
  position.rotated.push(position.token)
  position.token = newToken()
  position.round += 1
  position.expiresAt = from + world.timings.qrNextSeconds * 1000
}
