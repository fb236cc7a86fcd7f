import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@connect-account/test-random'
import type { Counters } from './counters.ts'
import { forward, type Relay, respondWith, startRelay } from './relay.ts'

const faults = [
  [66, 'none'],
  [10, 'slow'],
  [5, 'refused'],
  [4, 'cut before delivery'],
  [4, 'cut during delivery'],
  [11, 'cut before the response'],
] as const

/** Delays in milliseconds. The longest exceeds the handler's timeout. */
const SLOW = [100, 2_500] as const

export interface FaultyRelay extends Relay {
  stopFaults(): void
}

/**
 * Stands between the instances and Unipile. It never repeats a call: each one reaches Unipile at most once.
 */
export async function startUpstreamFaults(
  upstreamUrl: string,
  random: Random,
  counters: Counters,
): Promise<FaultyRelay> {
  let isStopped = false
  const relay = await startRelay(async (incoming, response) => {
    const fault = isStopped ? 'none' : random.pick(faults)
    if (fault !== 'none') counters.count(`upstream: ${fault}`)
    switch (fault) {
      case 'refused':
        response.writeHead(503, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify({ object: 'Error', type: 'api/internal_error', status: 503, title: 'Chaos' }),
        )
        return
      case 'cut before delivery':
        response.destroy()
        return
      case 'cut during delivery': {
        const cut = AbortSignal.any([AbortSignal.timeout(random.between(1, 30)), incoming.aborted])
        // Unipile may or may not have received it: both are part of the test.
        await forward(upstreamUrl, incoming, cut)
          .then(buffer)
          .catch(() => {})
        response.destroy()
        return
      }
      case 'cut before the response':
        await forward(upstreamUrl, incoming, incoming.aborted).then(buffer)
        response.destroy()
        return
      case 'slow':
        await pause(random.between(...SLOW), undefined, { signal: incoming.aborted })
    }
    await respondWith(await forward(upstreamUrl, incoming, incoming.aborted), response)
  })
  return {
    ...relay,
    stopFaults() {
      isStopped = true
    },
  }
}
