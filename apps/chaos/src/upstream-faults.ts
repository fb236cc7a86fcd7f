import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Randomness } from './randomness.ts'
import { ask, passOn, type Relay, startRelay } from './relay.ts'
import type { Tally } from './tally.ts'

/** What becomes of a call to Unipile. */
const faults = [
  [66, 'none'],
  [10, 'slow'],
  [5, 'refused'],
  [4, 'cut before it was heard'],
  [4, 'cut while it was heard'],
  [11, 'cut before the answer'],
] as const

/** Up to more than the handler's time-out, in milliseconds. */
const SLOW = [100, 2_500] as const

export interface FaultyRelay extends Relay {
  /** From now on nothing goes wrong. */
  calm(): void
}

/** Stands between the instances and Unipile. A call is never repeated here: what reaches Unipile reaches it once. */
export async function startUpstreamFaults(
  upstreamUrl: string,
  random: Randomness,
  tally: Tally,
): Promise<FaultyRelay> {
  let isCalm = false
  const relay = await startRelay(async (incoming, response) => {
    const fault = isCalm ? 'none' : random.pick(faults)
    if (fault !== 'none') tally.count(`upstream: ${fault}`)
    switch (fault) {
      case 'refused':
        response.writeHead(503, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify({ object: 'Error', type: 'api/internal_error', status: 503, title: 'Chaos' }),
        )
        return
      case 'cut before it was heard':
        response.destroy()
        return
      case 'cut while it was heard': {
        const cut = AbortSignal.any([AbortSignal.timeout(random.between(1, 30)), incoming.left])
        // Whether it was heard, nobody knows.
        await ask(upstreamUrl, incoming, cut)
          .then(buffer)
          .catch(() => {})
        response.destroy()
        return
      }
      case 'cut before the answer':
        await ask(upstreamUrl, incoming, incoming.left).then(buffer)
        response.destroy()
        return
      case 'slow':
        await pause(random.between(...SLOW), undefined, { signal: incoming.left })
    }
    await passOn(await ask(upstreamUrl, incoming, incoming.left), response)
  })
  return {
    ...relay,
    calm() {
      isCalm = true
    },
  }
}
