import type { IncomingMessage } from 'node:http'
import type { Fleet } from './fleet.ts'
import type { Randomness } from './randomness.ts'
import { ask, type Incoming, passOn, type Relay, startRelay } from './relay.ts'

/**
 * Stands before the instances: each request goes to any of them, and to another one where nobody listens. What breaks off when an
 * instance dies breaks off for whoever asked.
 */
export function startBalancer(fleet: () => Pick<Fleet, 'urls'>, random: Randomness): Promise<Relay> {
  async function reach(incoming: Incoming): Promise<IncomingMessage | undefined> {
    const targets = fleet().urls()
    if (random.happens(0.5)) targets.reverse()
    for (const target of targets) {
      try {
        return await ask(target, incoming, incoming.left)
      } catch (error) {
        if (!isRefused(error)) throw error
      }
    }
    return undefined
  }

  return startRelay(async (incoming, response) => {
    const answer = await reach(incoming)
    if (answer) await passOn(answer, response)
    else response.writeHead(502).end()
  })
}

/** Nothing was sent then. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
}
