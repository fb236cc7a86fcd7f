import type { Step } from './intent.ts'
import type { Outcome, OutcomeType } from './outcome.ts'

/** The types of all outcomes. Separate from the readers, which the first paint does not load. */
const outcomeTypes: Readonly<Record<OutcomeType, true>> = {
  linked: true,
  relinked: true,
  duplicate: true,
  restricted: true,
  mismatch: true,
  canceled: true,
  expired: true,
  failed: true,
}

/** Distinguishes an outcome from a checkpoint. */
export function isOutcome(step: Step): step is Outcome {
  return Object.hasOwn(outcomeTypes, step.type)
}
