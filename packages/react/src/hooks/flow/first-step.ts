import type { ConnectStep, ConnectStepOf } from './connect-step.ts'

/** A step in which the user decides whether to sign in. */
export type FirstStep = ConnectStepOf<'choosing_provider' | 'credentials' | 'qr' | 'consent'>

export function isFirstStep(step: ConnectStep): step is FirstStep {
  return /^(choosing_provider|credentials|qr|consent)$/.test(step.type)
}
