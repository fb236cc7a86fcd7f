import type { PositionAt } from '../state/state.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/** A type that no client knows: the wire's list grows. It passes by the code `skip` alone. */
export const novelCheckpoint: OpenCheckpoint<PositionAt<'novel'>> = () => ({
  show: () => checkpoint({ type: 'PALM_SCAN' }),
  answer: (code) => (code === 'skip' ? 'passed' : 'stays'),
})
