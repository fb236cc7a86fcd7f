import type { Pending } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { Button } from './button.tsx'

export interface Cancellable {
  readonly pending?: Pending
  cancel(): void
}

/** Leaves the flow: the one verb that works while another is under way. */
export function CancelButton({ step }: { step: Cancellable }) {
  const { messages } = useRoot()
  return (
    <Button variant="quiet" pending={step.pending === 'cancel'} onClick={step.cancel}>
      {messages.actions.cancel}
    </Button>
  )
}
