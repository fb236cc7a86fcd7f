import type { PositionAt } from '../state/state.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/** A type that no client knows, because Unipile may add some. Only the code `skip` passes it. */
export const novelCheckpoint: OpenCheckpoint<PositionAt<'novel'>> = () => ({
  show: () => checkpoint({ type: 'PALM_SCAN' }),
  answer: (code) => (code === 'skip' ? 'passed' : 'stays'),
})
