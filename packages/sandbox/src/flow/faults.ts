import type { FaultStep, Persona } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import { WireError } from '../wire/wire-error.ts'
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
export async function strike(runtime: Runtime, fault: FaultStep, { signal }: Call): Promise<void> {
  switch (fault) {
    case 'slow':
      return pause(runtime.timings.slowMs, signal)
    case 'timeout':
      await pause(runtime.timings.silenceMs, signal)
      throw new WireError({ status: 504, type: 'api/proxy_timeout', title: 'The provider did not answer' })
    case 'outage':
      throw new WireError({ status: 503, type: 'provider/server_error', title: 'The provider is down' })
    case 'oauth-error':
      throw new WireError({
        status: 503,
        type: 'provider/server_error',
        title: 'The provider’s sign-in failed',
      })
    case 'rate-limited':
      throw new WireError({
        status: 429,
        type: 'provider/too_many_requests',
        title: 'The provider wants fewer sign-ins',
        retryAfter: runtime.timings.rateLimitSeconds,
      })
    case 'garbage':
    case 'reset':
      throw new BrokenAnswer(fault)
  }
}

/**
 * Notes that a person meets the fault at this place of the script; whether it is the first time. Each fault comes once to a
 * person, until that person reaches an end: a repeated try goes on. The caller saves.
 */
export function isFirstMeeting(
  { store }: Runtime,
  provider: string,
  persona: Persona,
  place: number,
): boolean {
  const key = `${personKey(provider, persona)}${place}`
  if (store.state.faultsMet.includes(key)) return false
  store.state.faultsMet.push(key)
  return true
}

/** Faults come again to a person who has reached an end. The caller saves. */
export function forgetMeetings({ store: { state } }: Runtime, provider: string, persona: Persona): void {
  state.faultsMet = state.faultsMet.filter((key) => !key.startsWith(personKey(provider, persona)))
}

/** Begins every key of `faultsMet` that is about one person at one provider. */
function personKey(provider: string, persona: Persona): string {
  return `${provider}:${persona.signInName}#`
}
