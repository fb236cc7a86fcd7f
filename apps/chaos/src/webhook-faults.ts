import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@connect-account/test-random'
import * as v from 'valibot'
import type { Counters } from './counters.ts'
import { forward, type Incoming, startRelay } from './relay.ts'
import type { FaultyRelay } from './upstream-faults.ts'

const faults = [
  [52, 'none'],
  [10, 'doubled'],
  [15, 'delayed'],
  [10, 'lost, then retried'],
  [8, 'response lost, then retried'],
  [5, 'dropped'],
] as const

/** How long a delayed event is held, in milliseconds, so that later ones overtake it. */
const DELAY = [300, 1_500] as const

const eventSchema = v.object({ id: v.string(), type: v.string(), account_id: v.string() })

export interface WebhookFaults extends FaultyRelay {
  /** Returns Unipile's ids of the accounts whose event of this type was dropped and never delivered. */
  undelivered(type: string): ReadonlySet<string>
  /** Returns whether no webhook has arrived for this long, in milliseconds. */
  isQuiet(ms: number): boolean
}

/** Stands between Unipile and the instances. Requests keep their path. */
export async function startWebhookFaults(
  targetUrl: () => string,
  random: Random,
  counters: Counters,
): Promise<WebhookFaults> {
  let isStopped = false
  let lastAt = performance.now()
  const delivered = new Set<string>()
  const dropped = new Map<string, v.InferOutput<typeof eventSchema>>()

  const relay = await startRelay(async (incoming, response) => {
    lastAt = performance.now()
    const event = v.parse(eventSchema, JSON.parse(incoming.body.toString()))
    const fault = isStopped ? 'none' : random.pick(faults)
    if (fault !== 'none') counters.count(`webhook: ${fault}`)
    switch (fault) {
      case 'lost, then retried':
        response.destroy()
        return
      case 'dropped':
        dropped.set(event.id, event)
        response.writeHead(200).end()
        return
      case 'response lost, then retried':
        await deliver(incoming, event.id)
        response.destroy()
        return
      case 'doubled': {
        const [status] = await Promise.all([deliver(incoming, event.id), deliver(incoming, event.id)])
        response.writeHead(status).end()
        return
      }
      case 'delayed':
        await pause(random.between(...DELAY))
    }
    response.writeHead(await deliver(incoming, event.id)).end()
  })

  async function deliver(incoming: Incoming, id: string): Promise<number> {
    const response = await forward(targetUrl(), incoming, AbortSignal.timeout(5_000))
    response.resume()
    const status = response.statusCode ?? 502
    if (status < 300) delivered.add(id)
    return status
  }

  return {
    ...relay,
    stopFaults() {
      isStopped = true
    },
    undelivered: (type) =>
      new Set(
        [...dropped.values()]
          .filter((event) => event.type === type && !delivered.has(event.id))
          .map((event) => event.account_id),
      ),
    isQuiet: (ms) => performance.now() - lastAt > ms,
  }
}
