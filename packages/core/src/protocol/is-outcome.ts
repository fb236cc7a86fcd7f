import type { Step } from './intent.ts'
import type { Outcome, OutcomeType } from './outcome.ts'

/** Every outcome's type. Beside the readers, which the first paint has no use for. */
const outcomeTypes: Readonly<Record<OutcomeType, true>> = {
  linked: true,
  relinked: true,
  duplicate: true,
  restricted: true,
  mismatch: true,
  cancelled: true,
  expired: true,
  failed: true,
}

/** Tells an end from a checkpoint. */
export function isOutcome(step: Step): step is Outcome {
  return Object.hasOwn(outcomeTypes, step.type)
}
