import type { ComponentType, ReactNode } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import type { Chunk } from '../lazy/chunk.ts'

/** How one step is shown: the code that it needs, and what that renders. */
export interface StepView {
  /** Changes with each new step, but not with a revision of the same one. */
  readonly key: string
  readonly step: ConnectStep
  readonly chunk: Chunk<unknown>
  /**
   * The step's screen. Only after its chunk is loaded.
   * @param isLeaving Whether the next step's screen is still loading: every verb but cancel is then busy.
   */
  render(isLeaving: boolean): ReactNode
}

/** Shows `step` by the component that `pick` finds in the chunk. */
export function viewOf<M, S extends ConnectStep>(
  key: string,
  step: S,
  chunk: Chunk<M>,
  pick: (module: M) => ComponentType<{ step: S }>,
): StepView {
  return {
    key,
    step,
    chunk,
    render(isLeaving) {
      const { module } = chunk.read()
      if (module === undefined)
        throw new Error('Connect Account: a step was rendered before its code was loaded.')
      const Screen = pick(module)
      return <Screen step={isLeaving ? leaving(step) : step} />
    },
  }
}

/** The step as it looks while the next one's screen is loading. */
function leaving<S extends ConnectStep>(step: S): S {
  return 'pending' in step ? { ...step, pending: step.pending || 'submit' } : step
}
