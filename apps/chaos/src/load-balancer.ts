import type { IncomingMessage } from 'node:http'
import type { Random } from '@connect-account/test-random'
import type { Instances } from './instances.ts'
import { forward, type Incoming, type Relay, respondWith, startRelay } from './relay.ts'

/**
 * Stands in front of the instances. Each request goes to a random one, or to the next if that one refuses the
 * connection. A response that breaks off because its instance died breaks off for the caller too.
 */
export function startLoadBalancer(instances: () => Pick<Instances, 'urls'>, random: Random): Promise<Relay> {
  async function forwardToAny(incoming: Incoming): Promise<IncomingMessage | undefined> {
    const targets = instances().urls()
    if (random.happens(0.5)) targets.reverse()
    for (const target of targets) {
      try {
        return await forward(target, incoming, incoming.aborted)
      } catch (error) {
        // A refused connection means that nothing was sent.
        if (!isConnectionRefused(error)) throw error
      }
    }
    return undefined
  }

  return startRelay(async (incoming, response) => {
    const upstreamResponse = await forwardToAny(incoming)
    if (upstreamResponse) await respondWith(upstreamResponse, response)
    else response.writeHead(502).end()
  })
}

function isConnectionRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
}
