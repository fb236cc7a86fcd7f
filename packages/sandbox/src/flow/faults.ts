import type { FaultStep, Persona } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import type { Api } from '../wire/enums.ts'
import { WireError } from '../wire/wire-error.ts'
import { type Call, pause } from './call.ts'

/** A deliberately broken response: the app sends HTML or closes the socket. */
export class BrokenResponse extends Error {
  readonly kind: 'garbage' | 'reset'

  constructor(kind: 'garbage' | 'reset') {
    super(`The sandbox breaks this response: ${kind}.`)
    this.name = 'BrokenResponse'
    this.kind = kind
  }
}

/** Applies a fault to one call. Returns if the call may continue; throws what the caller receives instead. */
export async function applyFault(
  runtime: Runtime,
  fault: FaultStep,
  { signal }: Call,
  api: Api,
): Promise<void> {
  switch (fault) {
    case 'slow':
      return pause(runtime.timings.slowMs, signal)
    case 'timeout':
      await pause(runtime.timings.silenceMs, signal)
      throw new WireError({ status: 504, type: 'api/proxy_timeout', title: 'The provider did not respond' })
    case 'outage':
      throw new WireError({ status: 503, type: 'provider/server_error', title: 'The provider is down' })
    case 'return-without-id':
    case 'return-with-title':
      // They are faults of the way back from the provider's pages, and of no call.
      return
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
        title: 'The provider limits sign-ins',
        retryAfter: runtime.timings.rateLimitSeconds,
      })
    case 'in-progress':
      // API v2 has no such refusal.
      if (api === 'v2') return
      throw new WireError({
        status: 425,
        type: 'provider/auth_in_progress',
        title: 'Authentication in progress',
        detail: 'Cannot start a new intent while another is still in progress.',
      })
    case 'garbage':
    case 'reset':
      throw new BrokenResponse(fault)
  }
}

/**
 * Records the fault at this position of a person's script. Returns whether this is its first occurrence: each
 * fault happens once per person until that person reaches an outcome, so that a retry succeeds. The caller
 * saves.
 */
export function isFirstOccurrence(
  { store }: Runtime,
  provider: string,
  persona: Persona,
  position: number,
): boolean {
  const key = `${personKey(provider, persona)}${position}`
  if (store.state.faultsApplied.includes(key)) return false
  store.state.faultsApplied.push(key)
  return true
}

/** Lets faults happen again to a person who has reached an outcome. The caller saves. */
export function forgetFaults({ store: { state } }: Runtime, provider: string, persona: Persona): void {
  state.faultsApplied = state.faultsApplied.filter((key) => !key.startsWith(personKey(provider, persona)))
}

/** The prefix of all keys in `faultsApplied` of one person at one provider. */
function personKey(provider: string, persona: Persona): string {
  return `${provider}:${persona.signInName}#`
}
