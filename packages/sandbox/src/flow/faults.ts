import type { FaultStep } from '../persona.ts'
import { WireError } from '../wire/wire-error.ts'
import type { World } from '../world.ts'
import { type Call, pause } from './call.ts'

/** An answer that is none: the app sends what is not JSON, or closes the socket. */
export class BrokenAnswer extends Error {
  readonly kind: 'garbage' | 'reset'

  constructor(kind: 'garbage' | 'reset') {
    super(`The sandbox breaks this answer: ${kind}.`)
    this.name = 'BrokenAnswer'
    this.kind = kind
  }
}

/** Lets a fault happen to one call: returns when the call may go on after it, throws what the caller gets instead. */
export async function strike(world: World, fault: FaultStep, { signal }: Call): Promise<void> {
  switch (fault) {
    case 'slow':
      return pause(world.timings.slowMs, signal)
    case 'timeout':
      await pause(world.timings.silenceMs, signal)
      throw new WireError({ status: 504, type: 'api/proxy_timeout', title: 'The provider did not answer' })
    case 'outage':
      throw new WireError({ status: 503, type: 'provider/server_error', title: 'The provider is down' })
    case 'rate-limited':
      throw new WireError({
        status: 429,
        type: 'provider/too_many_requests',
        title: 'The provider wants fewer sign-ins',
        retryAfter: world.timings.rateLimitSeconds,
      })
    case 'garbage':
    case 'reset':
      throw new BrokenAnswer(fault)
  }
}
