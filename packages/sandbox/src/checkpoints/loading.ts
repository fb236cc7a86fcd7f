import type { PositionAt } from '../state/state.ts'
import { type AnswerResult, checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/** How many polls return `LOADING` before the checkpoint passes. */
export const LOADING_POLLS = 2

export const loadingCheckpoint: OpenCheckpoint<PositionAt<'loading'>> = (_world, _intent, position) => {
  const poll = (): AnswerResult => {
    if (position.pollsLeft === 0) return 'passed'
    position.pollsLeft -= 1
    return 'stays'
  }
  return { show: () => checkpoint({ type: 'LOADING' }), poll, answer: poll }
}
