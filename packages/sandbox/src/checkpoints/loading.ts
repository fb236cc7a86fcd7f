import type { PositionAt } from '../state/state.ts'
import { checkpoint, type OpenCheckpoint, type Solved } from './checkpoint.ts'

/** How many polls a provider that is still working answers with `LOADING`. */
export const LOADING_POLLS = 2

export const loadingCheckpoint: OpenCheckpoint<PositionAt<'loading'>> = (_world, _intent, position) => {
  const poll = (): Solved => {
    if (position.pollsLeft === 0) return 'passed'
    position.pollsLeft -= 1
    return 'stays'
  }
  return { show: () => checkpoint({ type: 'LOADING' }), poll, solve: poll }
}
