import type { Pending } from '../../hooks/connect-step.ts'
import { Button } from '../button/button.tsx'
import { useRoot } from '../root/root-context.ts'

/** Asks the provider for another way to verify. */
export function AnotherWayButton({ step }: { step: { readonly pending: Pending; tryAnotherWay(): void } }) {
  const { actions } = useRoot().messages
  return (
    <Button variant="quiet" pending={step.pending === 'switch'} onClick={() => step.tryAnotherWay()}>
      {actions.anotherWay}
    </Button>
  )
}
