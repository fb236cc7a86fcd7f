import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Randomness } from './randomness.ts'
import { ask, type Incoming, startRelay } from './relay.ts'
import type { Tally } from './tally.ts'
import type { FaultyRelay } from './upstream-faults.ts'

const fates = [
  [52, 'none'],
  [10, 'doubled'],
  [15, 'held back, overtaken'],
  [10, 'lost, delivered again'],
  [8, 'answer lost, delivered again'],
  [5, 'lost for good'],
] as const

/** How long one is held back, in milliseconds: others overtake it. */
const HELD_BACK = [300, 1_500] as const

const eventSchema = v.object({ id: v.string(), type: v.string(), account_id: v.string() })

export interface WebhookFaults extends FaultyRelay {
  /** Unipile's ids of the accounts of which an event of this type was lost for good. */
  unheard(type: string): ReadonlySet<string>
  /** Whether nothing has come for this long, in milliseconds. */
  isQuiet(ms: number): boolean
}

/** Stands between Unipile and the instances. `targetUrl` has the path of the webhook route in it. */
export async function startWebhookFaults(
  targetUrl: () => string,
  random: Randomness,
  tally: Tally,
): Promise<WebhookFaults> {
  let isCalm = false
  let lastAt = performance.now()
  const heard = new Set<string>()
  const swallowed = new Map<string, v.InferOutput<typeof eventSchema>>()

  const relay = await startRelay(async (incoming, response) => {
    lastAt = performance.now()
    const event = v.parse(eventSchema, JSON.parse(incoming.body.toString()))
    const fate = isCalm ? 'none' : random.pick(fates)
    if (fate !== 'none') tally.count(`webhook: ${fate}`)
    switch (fate) {
      case 'lost, delivered again':
        response.destroy()
        return
      case 'lost for good':
        swallowed.set(event.id, event)
        response.writeHead(200).end()
        return
      case 'answer lost, delivered again':
        await deliver(incoming, event.id)
        response.destroy()
        return
      case 'doubled': {
        const [status] = await Promise.all([deliver(incoming, event.id), deliver(incoming, event.id)])
        response.writeHead(status).end()
        return
      }
      case 'held back, overtaken':
        await pause(random.between(...HELD_BACK))
    }
    response.writeHead(await deliver(incoming, event.id)).end()
  })

  async function deliver(incoming: Incoming, id: string): Promise<number> {
    const answer = await ask(targetUrl(), incoming, AbortSignal.timeout(5_000))
    answer.resume()
    const status = answer.statusCode ?? 502
    if (status < 300) heard.add(id)
    return status
  }

  return {
    ...relay,
    calm() {
      isCalm = true
    },
    unheard: (type) =>
      new Set(
        [...swallowed.values()]
          .filter((event) => event.type === type && !heard.has(event.id))
          .map((event) => event.account_id),
      ),
    isQuiet: (ms) => performance.now() - lastAt > ms,
  }
}
