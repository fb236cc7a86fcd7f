import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { checkpoint, type OpenCheckpoint } from './checkpoint.ts'

const contracts = [
  { id: 'contract-recruiter', name: 'Recruiter: Sandbox Talent' },
  { id: 'contract-sales', name: 'Sales Navigator: Sandbox Sales' },
]

/** Chooses one of the person's contracts. The docs do not say what to send [?]. Here: the contract's id. */
export const contractCheckpoint: OpenCheckpoint<PositionAt<'contract'>> = () => ({
  show: () => checkpoint({ type: 'CONTRACT_SELECTION', contracts }),

  answer(code) {
    if (!contracts.some(({ id }) => id === code)) throw refusals.badParameter('No contract has this id.')
    return 'passed'
  },
})
