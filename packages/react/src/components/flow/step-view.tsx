import type { ComponentType, ReactNode } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import type { Chunk } from '../lazy/chunk.ts'

/** A step, the chunk that its screen is in, and how to render it. */
export interface StepView {
  /** Changes with each new step, but not with a revision of the same step. */
  readonly key: string
  readonly step: ConnectStep
  readonly chunk: Chunk<unknown>
  /**
   * Renders the screen. Throws if its chunk is not loaded.
   * @param isLeaving Whether the next screen is loading. Every verb but cancel is then shown as pending.
   */
  render(isLeaving: boolean): ReactNode
}

/** A view of `step` by the component that `pick` returns from the chunk. */
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

/** `step` as it looks while the next screen loads. */
function leaving<S extends ConnectStep>(step: S): S {
  return 'pending' in step ? { ...step, pending: step.pending || 'submit' } : step
}
