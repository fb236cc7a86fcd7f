import type { ConnectStep } from '../hooks/flow/connect-step.ts'
import type { TracedStep } from './trace.ts'

/** The members that can only be numbers, flags or words of a closed set. Every other member is left out. */
const kept = ['pending', 'connection', 'format', 'length', 'channel', 'platform', 'round', 'isOpen'] as const

/** What a trace keeps of a step: what kind it is, never what it says about the user. */
export function traceStep(step: ConnectStep): TracedStep {
  const members: Record<string, unknown> = {}
  for (const name of kept) {
    const value: unknown = Reflect.get(step, name)
    if (value !== undefined) members[name] = value
  }
  return {
    type: step.type,
    ...('provider' in step && step.provider && { provider: step.provider.id }),
    ...('method' in step && step.method && { method: step.method.id }),
    ...('error' in step && step.error && { error: step.error.code }),
    members,
  }
}
