import type { ConnectTransport } from '@connect-account/core'
import { canRecover, type connectMachine } from '@connect-account/core/internal'
import type { Actor, SnapshotFrom } from 'xstate'
import { untilReachable } from '../session/until-reachable.ts'

/** The states that wait for the user. Every other state makes a call. */
const waiting = ['unavailable', 'enteringCredentials', { atCheckpoint: 'ready' }] as const
const settled = ['choosingProvider', ...waiting] as const

/**
 * Continues a flow after an outage: once the backend works again, a failed load is repeated and the error of a
 * form or a checkpoint is cleared. The pauses grow until the flow has reached a step without an error.
 *
 * @returns A function that stops this.
 */
export function followRecovery(actor: Actor<typeof connectMachine>, transport: ConnectTransport): () => void {
  let failure: unknown
  let recoveries = 0
  let stopAsking = () => {}

  function follow(snapshot: SnapshotFrom<typeof connectMachine>) {
    const { error } = snapshot.context
    const isWaiting = waiting.some((state) => snapshot.matches(state))
    if (!error && settled.some((state) => snapshot.matches(state))) recoveries = 0
    const next = isWaiting && error && canRecover(error) ? error : undefined
    if (next === failure) return
    failure = next
    stopAsking()
    stopAsking = () => {}
    if (!next) return
    stopAsking = untilReachable(
      next,
      (signal) => transport.listProviders(signal),
      () => actor.send({ type: 'connection.recover' }),
      recoveries++,
    )
  }

  // An error that ends the machine is reported by the flow.
  const { unsubscribe } = actor.subscribe({ next: follow, error: () => stopAsking() })
  follow(actor.getSnapshot())
  return () => {
    unsubscribe()
    stopAsking()
  }
}
