import { providerCatalogue } from '@connect-account/core/catalogue'
import { errorCodeOf } from '@connect-account/core/internal'
import type { ConnectStep, ConnectStepType } from '../hooks/flow/connect-step.ts'
import { sampleSteps } from '../testing/sample-steps.ts'
import type { TracedStep } from './trace.ts'

/**
 * The step with sample data in place of what the trace leaves out, and verbs that do nothing.
 * @throws TypeError if this version has no such step, provider or method.
 */
export function replayStep({ type, provider: providerId, method, error, members }: TracedStep): ConnectStep {
  if (!isStepType(type)) throw new TypeError(`This version has no step "${type}".`)
  const provider = providerCatalogue.find(({ id }) => id === (providerId ?? 'linkedin'))
  if (!provider) throw new TypeError(`This version has no provider "${providerId}".`)
  const sample = sampleSteps[type]({
    provider,
    method: provider.methods.find(({ id }) => id === method),
    verb: () => () => {},
  })
  // The members are those of a step of this type.
  return Object.assign(sample, members, error !== undefined && { error: { code: errorCodeOf(error) } })
}

function isStepType(type: string): type is ConnectStepType {
  return Object.hasOwn(sampleSteps, type)
}
