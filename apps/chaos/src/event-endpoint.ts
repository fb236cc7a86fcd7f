import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@connect-account/test-random'
import type { Counters } from './counters.ts'
import { startRelay } from './relay.ts'
import type { FaultyRelay } from './upstream-faults.ts'

const faults = [
  [65, 'none'],
  [15, 'refused'],
  [12, 'taken, then broken off'],
  [8, 'slow'],
] as const

/** How long a slow receipt takes, in milliseconds. */
const DELAY = [300, 1_500] as const

export interface EventEndpoint extends FaultyRelay {
  /** The ids of the events in the order of their first arrival. */
  readonly received: ReadonlySet<string>
}

/** The host's endpoint for signed events. */
export async function startEventEndpoint(random: Random, counters: Counters): Promise<EventEndpoint> {
  let isStopped = false
  const received = new Set<string>()

  const relay = await startRelay(async ({ headers }, response) => {
    const fault = isStopped ? 'none' : random.pick(faults)
    if (fault !== 'none') counters.count(`event for the host: ${fault}`)
    if (fault === 'refused') {
      response.writeHead(503).end()
      return
    }
    received.add(String(headers['webhook-id']))
    if (fault === 'taken, then broken off') {
      response.destroy()
      return
    }
    if (fault === 'slow') await pause(random.between(...DELAY))
    response.writeHead(204).end()
  })

  return {
    ...relay,
    received,
    stopFaults() {
      isStopped = true
    },
  }
}
